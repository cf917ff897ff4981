// Sizes of pictures, read from the first bytes of tiny ones, of broken ones and of hostile ones.
#include "parse/picture_size.h"

#include <cstdint>

#include "support/catch.h"

using shirube::parse::measure_picture;

namespace {

std::string big(std::uint32_t value, int size) {
  std::string bytes;
  for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
  return bytes;
}
std::string little(std::uint32_t value, int size) {
  const std::string bytes = big(value, size);
  return {bytes.rbegin(), bytes.rend()};
}

// "width x height", or nothing.
std::string sides(std::string_view bytes) {
  const auto found = measure_picture(bytes);
  return found ? std::to_string(found->width) + "x" + std::to_string(found->height) : "";
}

std::string segment(char marker, const std::string& data) {
  return std::string("\xFF") + marker + big(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}
std::string frame(char marker, std::uint32_t width, std::uint32_t height) {
  return segment(marker, "\x08" + big(height, 2) + big(width, 2) + std::string("\x01\x01\x11\x00", 4));
}
std::string jpeg(const std::string& segments) {
  return "\xFF\xD8" + segment('\xE0', std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14)) + segments;
}

enum class Order { big_endian, little_endian };

std::string exif(Order order, std::uint32_t orientation) {
  const auto number = [&](std::uint32_t value, int bytes) {
    return order == Order::big_endian ? big(value, bytes) : little(value, bytes);
  };
  return segment('\xE1', std::string("Exif\0\0", 6) + (order == Order::big_endian ? "MM" : "II") + number(42, 2) +
                             number(8, 4) + number(2, 2) + number(0x010F, 2) + number(2, 2) + number(4, 4) +
                             std::string("abc\0", 4) + number(0x0112, 2) + number(3, 2) + number(1, 4) +
                             number(orientation, 2) + number(0, 2) + number(0, 4));
}

std::string webp(const std::string& chunk, const std::string& data) {
  return "RIFF" + little(static_cast<std::uint32_t>(data.size() + 12), 4) + "WEBP" + chunk +
         little(static_cast<std::uint32_t>(data.size()), 4) + data;
}
const std::string vp8x = webp("VP8X", std::string("\x10\0\0\0", 4) + little(1919, 3) + little(1079, 3));
const std::string vp8l = webp("VP8L", "\x2F" + little(639U | 299U << 14U, 4));
const std::string vp8 = webp("VP8 ", std::string("\x10\x02\0\x9D\x01\x2A", 6) + little(320 | 1U << 14U, 2) + little(240, 2));

}  // namespace

TEST_CASE("JPEG: baseline and progressive, after tables and filling, and lying on its side") {
  const std::string tables = segment('\xDB', std::string(65, '\1')) + segment('\xC4', std::string(20, '\1'));
  CHECK(sides(jpeg(tables + frame('\xC0', 640, 480))) == "640x480");
  CHECK(sides(jpeg(tables + frame('\xC2', 640, 480))) == "640x480");
  CHECK(sides(jpeg("\xFF\xFF" + frame('\xC2', 640, 480))) == "640x480");
  for (const Order order : {Order::big_endian, Order::little_endian}) {
    CHECK(sides(jpeg(exif(order, 1) + frame('\xC2', 640, 480))) == "640x480");
    CHECK(sides(jpeg(exif(order, 3) + frame('\xC2', 640, 480))) == "640x480");
    CHECK(sides(jpeg(exif(order, 6) + frame('\xC2', 640, 480))) == "480x640");
    CHECK(sides(jpeg(exif(order, 8) + frame('\xC0', 640, 480))) == "480x640");
    CHECK(sides(jpeg(exif(order, 9) + frame('\xC0', 640, 480))) == "640x480");
  }
}

TEST_CASE("WebP: lossy, without loss and extended") {
  CHECK(sides(vp8) == "320x240");
  CHECK(sides(vp8l) == "640x300");
  CHECK(sides(vp8x) == "1920x1080");
}

TEST_CASE("a picture that ends early, or is not a picture, has no size") {
  const std::string on_side = jpeg(exif(Order::big_endian, 6) + frame('\xC2', 640, 480));
  const std::size_t before_sides = on_side.size() - 8;
  for (std::size_t end = 0; end < on_side.size(); ++end) {
    INFO(end);
    CHECK(sides(std::string_view(on_side).substr(0, end)) == (end < before_sides + 4 ? "" : "480x640"));
  }
  for (const std::string& picture : {vp8, vp8l, vp8x}) {
    for (std::size_t end = 0; end < picture.size(); ++end) {
      INFO(end);
      CHECK(sides(std::string_view(picture).substr(0, end)).empty());
    }
  }
  CHECK(sides(webp("ALPH", std::string(40, '\1'))).empty());
  CHECK(sides(webp("VP8L", std::string(5, '\1'))).empty());
  CHECK(sides(webp("VP8 ", std::string(10, '\1'))).empty());
  CHECK(sides("RIFF" + std::string(40, 'x')).empty());
}

TEST_CASE("hostile headers of pictures neither loop nor read beyond the end") {
  CHECK(sides("\xFF\xD8" + std::string(1 << 20, '\xFF')).empty());
  CHECK(sides("\xFF\xD8" + segment('\xE1', std::string("Exif\0\0II*\0\xFF\xFF\xFF\xFF", 14)) + frame('\xC0', 4, 3)) == "4x3");
  // As many entries as two bytes can say, and none of them there.
  CHECK(sides("\xFF\xD8" + segment('\xE1', std::string("Exif\0\0MM\0*\0\0\0\x08\xFF\xFF", 16)) + frame('\xC0', 4, 3)) == "4x3");
  CHECK(sides("\xFF\xD8\xFF\xE0" + big(0, 2) + frame('\xC0', 4, 3)).empty());
  CHECK(sides("\xFF\xD8\xFF\xE0" + big(0xFFFF, 2) + frame('\xC0', 4, 3)).empty());
  CHECK(sides("\xFF\xD8" + segment('\xDA', "") + frame('\xC0', 4, 3)).empty());
  CHECK(sides(jpeg(frame('\xC0', 0, 480))).empty());
  CHECK(sides(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\xFF\xFF\xFF\xFF\0\0\0\1", 24)).empty());
  CHECK(sides(std::string("GIF89a\0\0\x10\0\0\0\0\0\0\0\0", 17)).empty());
  CHECK(sides("<svg viewBox=\"0 0 1e300 1\" width=\"5\">").empty());
  CHECK(sides("<svg viewBox='" + std::string(1 << 20, ' ') + "'>").empty());
  CHECK(sides(std::string(1 << 16, '<') + "<svg width='4' height='3'>").empty());
}
