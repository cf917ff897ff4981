// The rules of the house that a compiler does not see. Each rule is a table; a failure names the file.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "support/catch.h"

namespace {

namespace fs = std::filesystem;

struct Rooms {
  std::string_view room;
  std::vector<std::string_view> may_include;
};

// Data flows one way: source, parse, model, check, render, publish; cli alone wires them.
const std::vector<Rooms> kDirections = {
    {"source", {}},
    {"statistics", {"source"}},
    {"diagnostic", {"source"}},
    {"expression", {"diagnostic", "source"}},
    {"model", {"expression", "diagnostic", "statistics", "source"}},
    {"parse", {"model", "expression", "diagnostic", "source"}},
    {"check", {"model", "expression", "diagnostic", "source"}},
    {"spreadsheet", {"diagnostic", "source"}},
    {"render", {"model", "expression", "diagnostic", "source"}},
    {"render/html", {"render", "model", "expression", "diagnostic", "statistics", "source"}},
    {"render/xlsx", {"render", "spreadsheet", "model", "expression", "diagnostic", "source"}},
    {"render/search", {"render/html", "render", "model", "expression", "diagnostic", "source"}},
    {"render/feeds", {"render/html", "render", "model", "expression", "diagnostic", "source"}},
    {"collect", {"spreadsheet", "model", "expression", "diagnostic", "source"}},
    {"graph", {"diagnostic", "source"}},
    {"publish", {"render", "graph", "diagnostic", "source"}},
    {"cli",
     {"publish", "graph", "collect", "render/feeds", "render/search", "render/xlsx", "render/html", "render",
      "spreadsheet", "check", "parse", "model", "expression", "diagnostic", "source"}},
    {"main.cpp", {"cli"}},
};

struct Door {
  std::string_view library;
  std::vector<std::string_view> headers;  // beginnings of what is between < and >
  std::vector<std::string_view> doors;    // files, or folders if they end in /
};

const std::vector<Door> kDoors = {
    {"yaml-cpp", {"yaml-cpp/"}, {"generator/parse/yaml/"}},
    {"cmark-gfm", {"cmark"}, {"generator/parse/markdown/"}},
    {"libxlsxwriter", {"xlsxwriter"}, {"generator/render/xlsx/"}},
    {"Mustache", {"kainjow/"}, {"generator/render/html/theme.cpp"}},
    {"CLI11", {"CLI/"}, {"generator/cli/"}},
    {"fmt", {"fmt/"}, {"generator/source/format.h"}},
    {"nlohmann-json", {"nlohmann/"}, {"generator/source/json.h"}},
    {"ICU", {"unicode/"}, {"generator/source/unicode.cpp"}},
    {"xxHash", {"xxh"}, {"generator/source/fingerprint.cpp"}},
    {"oneTBB", {"tbb/", "oneapi/"}, {"generator/graph/parallel.cpp"}},
    {"Graphviz", {"graphviz/", "gvc", "cgraph"}, {"generator/render/html/svg/"}},
    {"OpenSSL", {"openssl/"}, {"generator/publish/"}},
    {"libzip", {"zip.h", "zipconf.h"}, {"generator/spreadsheet/"}},
    {"expat", {"expat"}, {"generator/spreadsheet/"}},
    {"Boost.Math", {"boost/"}, {"generator/statistics/"}},
};

const std::vector<std::string_view> kDumpingGrounds = {"util",    "utils", "utility", "common", "helper",
                                                       "helpers", "misc",  "manager", "base",   "core",
                                                       "shared",  "tools", "lib"};

constexpr std::size_t kLongestFile = 500;

fs::path root() {
  return SHIRUBE_SOURCE_DIR;
}

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

bool is_source(const fs::path& path) {
  const auto extension = path.extension();
  return extension == ".h" || extension == ".cpp" || extension == ".def";
}

// Paths from the checkout's root, with `/`, sorted.
std::vector<std::string> source_files(std::string_view folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
    if (entry.path().string().find("node_modules") != std::string::npos) continue;
    if (entry.is_regular_file() && is_source(entry.path())) {
      found.push_back(fs::relative(entry.path(), root()).generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

struct Include {
  std::string target;
  bool ours;  // "…" and not <…>
};

std::vector<Include> includes(const std::string& path) {
  std::vector<Include> found;
  for (const auto& line : lines(contents(root() / path))) {
    if (line.rfind("#include ", 0) != 0) continue;
    const char open = line.size() > 9 ? line[9] : ' ';
    if (open != '"' && open != '<') continue;
    const auto end = line.find(open == '"' ? '"' : '>', 10);
    REQUIRE(end != std::string::npos);
    found.push_back({line.substr(10, end - 10), open == '"'});
  }
  return found;
}

// `parse` of parse/yaml/yaml.h: the longest room whose name the path begins with; empty if there is none.
std::string_view room_of(std::string_view path) {
  std::string_view best;
  for (const auto& row : kDirections) {
    const auto room = row.room;
    const bool inside =
        path == room || (path.size() > room.size() && path.substr(0, room.size()) == room && path[room.size()] == '/');
    if (inside && room.size() > best.size()) best = room;
  }
  return best;
}

const Rooms& row_of(std::string_view room) {
  return *std::find_if(kDirections.begin(), kDirections.end(), [&](const Rooms& row) { return row.room == room; });
}

bool begins_with_any(std::string_view text, const std::vector<std::string_view>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.substr(0, beginning.size()) == beginning; });
}

// Folders below generator/ that hold source files themselves, without `generator/`.
std::set<std::string> folders() {
  std::set<std::string> found;
  for (const auto& path : source_files("generator")) {
    const auto folder = fs::path(path).parent_path().generic_string();
    if (folder != "generator") found.insert(folder.substr(std::string_view("generator/").size()));
  }
  return found;
}

}  // namespace

TEST_CASE("rooms include only the rooms below them") {
  std::string wrong;
  for (const auto& path : source_files("generator")) {
    const auto inner = path.substr(std::string_view("generator/").size());
    const auto room = room_of(inner);
    if (room.empty()) {
      wrong += path + " lies in no room of the table\n";
      continue;
    }
    for (const auto& include : includes(path)) {
      if (!include.ours) continue;
      const auto target = room_of(include.target);
      const auto& allowed = row_of(room).may_include;
      if (target == room || std::find(allowed.begin(), allowed.end(), target) != allowed.end()) continue;
      wrong += path + " includes " + include.target + "\n";
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("the table of rooms goes upwards, so no circle can be in it") {
  std::set<std::string_view> below;
  for (const auto& row : kDirections) {
    for (const auto room : row.may_include) {
      INFO(row.room << " includes " << room);
      CHECK(below.count(room) == 1);
    }
    below.insert(row.room);
  }
}

TEST_CASE("each library has one door") {
  std::string wrong;
  for (const auto& path : source_files("generator")) {
    for (const auto& include : includes(path)) {
      for (const auto& door : kDoors) {
        if (include.ours || !begins_with_any(include.target, door.headers)) continue;
        if (!begins_with_any(path, door.doors))
          wrong += path + " includes <" + include.target + "> of " + std::string(door.library) + "\n";
      }
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("no header of the house shows a library's header, but for the formatting and JSON doors") {
  std::string wrong;
  for (const auto& path : source_files("generator")) {
    if (fs::path(path).extension() != ".h") continue;
    if (path == "generator/source/format.h" || path == "generator/source/json.h") continue;
    for (const auto& include : includes(path)) {
      for (const auto& door : kDoors) {
        if (!include.ours && begins_with_any(include.target, door.headers))
          wrong += path + " shows <" + include.target + ">\n";
      }
    }
  }
  CHECK(wrong == "");
}

TEST_CASE(
    "formatting is called by its room's name, because a standard library's own format is found by the arguments") {
  for (const auto& path : source_files("generator")) {
    INFO(path);
    CHECK(contents(root() / path).find("using source::format;") == std::string::npos);
  }
}

TEST_CASE("every source file and every test is in the build") {
  const auto build = contents(root() / "CMakeLists.txt");
  std::set<std::string> listed;
  for (const auto& line : lines(build)) {
    std::istringstream words(line.substr(0, line.find('#')));
    for (std::string word; words >> word;) {
      while (!word.empty() && word.back() == ')') word.pop_back();
      listed.insert(word);
    }
  }
  std::string missing;
  for (const auto* folder : {"generator", "tests"}) {
    for (const auto& path : source_files(folder)) {
      if (fs::path(path).extension() == ".cpp" && listed.count(path) == 0)
        missing += path + " is not in CMakeLists.txt\n";
    }
  }
  CHECK(missing == "");
}

TEST_CASE("no folder is a dumping ground") {
  for (const auto& folder : folders()) {
    for (const auto& part : fs::path(folder)) {
      INFO(folder);
      CHECK(std::find(kDumpingGrounds.begin(), kDumpingGrounds.end(), part.string()) == kDumpingGrounds.end());
    }
  }
}

TEST_CASE("no file of the generator is longer than two nouns would make it") {
  for (const auto& path : source_files("generator")) {
    if (fs::path(path).extension() == ".def") continue;
    INFO(path);
    CHECK(lines(contents(root() / path)).size() <= kLongestFile);
  }
}

TEST_CASE("the map names every room and no other") {
  const auto map = contents(root() / "generator/ARCHITECTURE.md");
  CHECK(lines(map).size() <= 80);
  std::set<std::string> named;  // `name/` in backticks at the beginning of a row of the table
  for (const auto& line : lines(map)) {
    if (line.rfind("| `", 0) != 0) continue;
    const auto end = line.find("/`", 3);
    if (end != std::string::npos) named.insert(line.substr(3, end - 3));
  }
  std::set<std::string> rooms;
  for (const auto& folder : folders()) rooms.insert(std::string(room_of(folder)));
  for (const auto& room : rooms) {
    INFO(room << " is not on the map");
    CHECK(named.count(room) == 1);
  }
  for (const auto& name : named) {
    INFO(name << " is on the map, and does not exist");
    CHECK(fs::is_directory(root() / "generator" / name));
  }
}

TEST_CASE("every kind of finding has a rule id of its own, and both languages") {
  std::map<std::string_view, std::string_view> owners;
  for (const auto& kind : shirube::diagnostic::all_kinds()) {
    INFO(kind.name);
    CHECK(owners.emplace(kind.rule, kind.name).second);
    CHECK_FALSE(kind.english.empty());
    CHECK_FALSE(kind.japanese.empty());
    CHECK(kind.help_english.empty() == kind.help_japanese.empty());
    CHECK(kind.rule.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
  }
}
