#include "parse/picture_size.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "parse/yaml/field_reader.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using Size = std::optional<model::PictureSize>;

constexpr std::uint32_t largest = 100'000;

enum class Order { big_endian, little_endian };

// 0 past the end.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size, Order order = Order::big_endian) {
  if (at > bytes.size() || size > bytes.size() - at) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t place = order == Order::big_endian ? i : size - 1 - i;
    value = value << 8 | static_cast<unsigned char>(bytes[at + place]);
  }
  return value;
}

Size size_of(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > largest || height > largest) return std::nullopt;
  return model::PictureSize{width, height};
}

Size measure_png(std::string_view bytes) {
  return bytes.substr(12, 4) == "IHDR" ? size_of(number(bytes, 16, 4), number(bytes, 20, 4)) : std::nullopt;
}

Size measure_gif(std::string_view bytes) {
  return size_of(number(bytes, 6, 2, Order::little_endian), number(bytes, 8, 2, Order::little_endian));
}

// Whether an Exif part says that the picture is turned on its side (orientation 5 to 8); browsers then turn it.
bool lies_on_side(std::string_view exif) {
  constexpr std::string_view mark("Exif\0\0", 6);
  if (!exif.starts_with(mark)) return false;
  exif.remove_prefix(mark.size());
  const Order order = exif.starts_with("II") ? Order::little_endian : Order::big_endian;
  const std::size_t directory = number(exif, 4, 4, order);
  const std::size_t entries = number(exif, directory, 2, order);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > exif.size()) return false;
    constexpr std::uint32_t orientation = 0x0112;
    if (number(exif, entry, 2, order) != orientation) continue;
    const std::uint32_t value = number(exif, entry + 8, 2, order);
    return value >= 5 && value <= 8;
  }
  return false;
}

Size measure_jpeg(std::string_view bytes) {
  bool on_side = false;
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {  // without a length
      at += 2;
      continue;
    }
    const std::size_t length = number(bytes, at + 2, 2);
    if (length < 2 || marker == 0xDA || marker == 0xD9) return std::nullopt;
    if (marker == 0xE1) on_side |= lies_on_side(bytes.substr(at + 4, length - 2));
    // The starts of frames; C4, C8 and CC are tables.
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      const std::uint32_t height = number(bytes, at + 5, 2);
      const std::uint32_t width = number(bytes, at + 7, 2);
      return on_side ? size_of(height, width) : size_of(width, height);
    }
    at += 2 + length;
  }
  return std::nullopt;
}

Size measure_webp(std::string_view bytes) {
  if (bytes.substr(8, 4) != "WEBP") return std::nullopt;
  const auto little = [&](std::size_t at, std::size_t size) { return number(bytes, at, size, Order::little_endian); };
  const std::string_view kind = bytes.substr(12, 4);
  // One less than each side is written in the first two: what is cut off would count as a side of 1.
  if (kind == "VP8X") return bytes.size() < 30 ? std::nullopt : size_of(little(24, 3) + 1, little(27, 3) + 1);
  if (kind == "VP8L" && little(20, 1) == 0x2F) {
    const std::uint32_t bits = little(21, 4);
    return bytes.size() < 25 ? std::nullopt : size_of((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
  }
  if (kind == "VP8 " && bytes.size() >= 30 && bytes.substr(23, 3) == "\x9D\x01\x2A") {
    return size_of(little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF);
  }
  return std::nullopt;
}

// The value of an attribute of the first element; empty if it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool begins = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t' || tag[at - 1] == '\r');
    std::size_t equals = tag.find_first_not_of(" \n\t\r", at + name.size());
    if (!begins || equals == std::string_view::npos || tag[equals] != '=') continue;
    const std::size_t quote = tag.find_first_not_of(" \n\t\r", equals + 1);
    if (quote == std::string_view::npos || (tag[quote] != '"' && tag[quote] != '\'')) return {};
    const std::size_t end = tag.find(tag[quote], quote + 1);
    return end == std::string_view::npos ? std::string_view() : tag.substr(quote + 1, end - quote - 1);
  }
  return {};
}

// 120, 120px, 30mm …; nothing for shares of what surrounds it.
std::optional<double> pixels(std::string_view length) {
  constexpr std::array<std::pair<std::string_view, double>, 7> units = {
      {{"", 1}, {"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}}};
  const std::size_t end = std::min(length.find_first_not_of("0123456789."), length.size());
  const auto value = parse_number(length.substr(0, end));
  if (!value || *value <= 0) return std::nullopt;
  for (const auto& [unit, factor] : units) {
    if (length.substr(end) == unit) return *value * factor;
  }
  return std::nullopt;
}

Size rounded(double width, double height) {
  if (width > largest || height > largest) return std::nullopt;
  return size_of(static_cast<std::uint32_t>(std::lround(width)), static_cast<std::uint32_t>(std::lround(height)));
}

Size measure_svg(std::string_view text) {
  const std::size_t begin = text.find("<svg");
  const std::size_t end = begin == std::string_view::npos ? begin : text.find('>', begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view tag = text.substr(begin, end - begin);
  const auto width = pixels(attribute(tag, "width"));
  const auto height = pixels(attribute(tag, "height"));
  if (width && height) return rounded(*width, *height);
  std::array<double, 4> box{};
  std::string_view numbers = attribute(tag, "viewBox");
  for (double& value : box) {
    numbers.remove_prefix(std::min(numbers.find_first_not_of(" ,\n\t\r"), numbers.size()));
    const std::size_t size = std::min(numbers.find_first_of(" ,\n\t\r"), numbers.size());
    const auto number = parse_number(numbers.substr(0, size));
    if (!number) return std::nullopt;
    value = *number;
    numbers.remove_prefix(size);
  }
  if (box[2] <= 0 || box[3] <= 0) return std::nullopt;
  if (width) return rounded(*width, *width * box[3] / box[2]);
  if (height) return rounded(*height * box[2] / box[3], *height);
  return rounded(box[2], box[3]);
}

}  // namespace

bool is_measured(std::string_view path) {
  const std::string folded = source::fold_case(path);
  constexpr std::array endings = {std::string_view(".png"), std::string_view(".jpg"),  std::string_view(".jpeg"),
                                  std::string_view(".gif"), std::string_view(".webp"), std::string_view(".svg")};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return folded.ends_with(ending); });
}

Size measure_picture(std::string_view bytes) {
  if (bytes.size() < 16) return std::nullopt;
  if (bytes.starts_with("\x89PNG")) return measure_png(bytes);
  if (bytes.starts_with("GIF8")) return measure_gif(bytes);
  if (bytes.starts_with("\xFF\xD8")) return measure_jpeg(bytes);
  if (bytes.starts_with("RIFF")) return measure_webp(bytes);
  // What precedes the element of an SVG: a declaration, comments, a licence.
  constexpr std::size_t longest_beginning = 64 << 10;
  return measure_svg(bytes.substr(0, longest_beginning));
}

}  // namespace shirube::parse
