#include "spreadsheet/read.h"

#include <zip.h>

#include <random>

#include "spreadsheet/cell_text.h"
#include "spreadsheet/sheet.h"
#include "spreadsheet/xml.h"
#include "support/catch.h"

using namespace shirube;
using spreadsheet::Cell;

namespace {

std::string container(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
    REQUIRE(zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
  REQUIRE(zip_source_open(target) == 0);
  zip_stat_t status;
  zip_source_stat(target, &status);
  std::string bytes(status.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

const std::string root_relationships =
    "<Relationships xmlns='r'><Relationship Id='1' Type='x/officeDocument' Target='/xl/workbook.xml'/></Relationships>";
const std::string book_relationships =
    "<Relationships xmlns='r'><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='b' Type='x/sharedStrings' Target='SharedStrings.xml'/></Relationships>";
const std::string book = "<workbook xmlns:r='q'><sheets><sheet name='表' sheetId='1' r:id='a'/></sheets></workbook>";

std::string workbook(const std::string& sheet, const std::string& strings) {
  return container({{"_rels/.rels", root_relationships},
                    {"xl/workbook.xml", book},
                    {"xl/_rels/workbook.xml.rels", book_relationships},
                    {"xl/worksheets/sheet1.xml", sheet},
                    {"xl/sharedstrings.xml", strings}});
}

}  // namespace

TEST_CASE("texts are read without furigana, in runs, inline, with prefixes and without addresses") {
  const std::string strings =
      "<sst><si><t>山田</t><rPh sb='0' eb='2'><t>ヤマダ</t></rPh></si><si><r><t>太</t></r><r><t xml:space='preserve'> "
      "字"
      "</t></r></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>";
  const std::string sheet =
      "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c>"
      "<x:c t='s'><x:v>2</x:v></x:c></x:row><x:row><x:c t='inlineStr'><x:is><x:t>中</x:t></x:is></x:c><x:c>"
      "<x:f>A1&amp;\"x\"</x:f></x:c><x:c t='b'><x:v>1</x:v></x:c><x:c "
      "t='e'><x:v>#REF!</x:v></x:c></x:row></x:sheetData>"
      "</x:worksheet>";
  const auto read = spreadsheet::read_workbook(workbook(sheet, strings));
  REQUIRE(read);
  const auto& cells = read.value().sheets.at(0).cells;
  REQUIRE(cells.size() == 7);
  CHECK(cells[0].text == "山田");
  CHECK(cells[1].text == "太 字");
  CHECK(cells[2].text == "a\rb_x0041_");
  CHECK(cells[3].text == "中");
  CHECK((cells[3].row == 1 && cells[3].column == 0));
  CHECK((cells[4].has_formula && cells[4].formula == "A1&\"x\"" && cells[4].type == Cell::Type::blank));
  CHECK((cells[5].type == Cell::Type::boolean && cells[5].number == 1));
  CHECK((cells[6].type == Cell::Type::error && cells[6].text == "#REF!"));
}

TEST_CASE("a file that is not a workbook says what it is") {
  const std::pair<std::string, std::string> rows[] = {{"\xD0\xCF\x11\xE0rest", "password"},
                                                      {"<html></html>", "web page"},
                                                      {"%PDF-1.7", "PDF"},
                                                      {"氏名,番号", "not an .xlsx"},
                                                      {"", "not an .xlsx"}};
  for (const auto& [bytes, word] : rows) {
    const auto read = spreadsheet::read_workbook(bytes);
    REQUIRE(!read);
    CHECK(read.failure().kind == source::Failure::Kind::unsupported);
    CHECK(read.failure().detail.find(word) != std::string::npos);
  }
}

TEST_CASE("impossible cells, document types and depth are refused") {
  const std::string rows[] = {
      "<c r='A0'/>",           "<c r='ZZZZ1'/>",    "<c r='A99999999999'/>", "<c t='s'><v>-1</v></c>",
      "<c t='s'><v>7</v></c>", "<c><v>NAN</v></c>", "<c><v>1,5</v></c>",     "<c>"};
  for (const std::string& row : rows) {
    INFO(row);
    CHECK(!spreadsheet::read_workbook(
        workbook("<worksheet><sheetData><row>" + row + "</row></sheetData></worksheet>", "<sst/>")));
  }
  CHECK(!spreadsheet::read_workbook(workbook("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", "<sst/>")));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  CHECK(!spreadsheet::read_workbook(workbook(deep, "<sst/>")));
  spreadsheet::ReadLimits limits;
  limits.cells = 2;
  CHECK(!spreadsheet::read_workbook(workbook("<worksheet><row><c/><c/><c/></row></worksheet>", "<sst/>"), limits));
}

TEST_CASE("a zip bomb is stopped before it is unpacked") {
  const std::string bytes = workbook("<worksheet>" + std::string(8U << 20, ' ') + "</worksheet>", "<sst/>");
  const auto read = spreadsheet::read_workbook(bytes);
  REQUIRE(!read);
  CHECK(read.failure().detail.find("over the limit") != std::string::npos);
}

TEST_CASE("a damaged file is a failure or the same file, never a crash") {
  const std::string good = workbook("<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData></worksheet>",
                                    "<sst><si><t>文</t></si></sst>");
  REQUIRE(spreadsheet::read_workbook(good));
  for (std::size_t size = 0; size < good.size(); size += 7) {
    CHECK(!spreadsheet::read_workbook(std::string_view(good).substr(0, size)));
  }
  const unsigned seed = 20260401;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  int refused = 0;
  for (int i = 0; i < 400; ++i) {
    std::string bytes = good;
    bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    const auto read = spreadsheet::read_workbook(bytes);
    if (!read) {
      ++refused;
    } else {
      CHECK(read.value().sheets.size() == 1);
    }
  }
  CHECK(refused > 100);
}
