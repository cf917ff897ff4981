#include "parse/csv.h"

#include <random>

#include "diagnostic/printer.h"
#include "source/json.h"
#include "support/catch.h"

using namespace shirube;

namespace {

struct ReadCsv {
  explicit ReadCsv(std::string text, std::int64_t most_bytes = 1 << 20)
      : file(sources.add("content/a.csv", std::move(text))),
        table(parse::parse_csv(sources.file(file), file, most_bytes, sink)) {}

  // `a|b;c|d`: cells and rows below the header.
  std::string rows() const {
    std::string all;
    for (const model::CsvRow& row : table->rows) {
      if (!all.empty()) all += ';';
      for (std::size_t i = 0; i < row.cells.size(); ++i) all += (i > 0 ? "|" : "") + row.cells[i].value;
    }
    return all;
  }
  std::string findings() const {
    std::string lines;
    for (const auto& found : source::Json::parse(diagnostic::print_json(sink.diagnostics(), sources, {}))) {
      if (!lines.empty()) lines += '\n';
      lines += std::to_string(found["line"].get<int>()) + ":" + std::to_string(found["column"].get<int>()) + " " +
               found["rule"].get<std::string>();
    }
    return lines;
  }

  source::SourceSet sources;
  source::FileId file;
  diagnostic::Sink sink;
  std::optional<model::CsvTable> table;
};

struct Row {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("a table is read as RFC 4180 writes it") {
  const Row rows[] = {
      {"a,b\n1,2\n3,4\n", "1|2;3|4"},
      {"a,b\r\n1,2\r\n3,4", "1|2;3|4"},
      {"\xEF\xBB\xBF"
       "a,b\r\n1,2\r\n",
       "1|2"},
      {"a,b\n1,\n,2\n", "1|;|2"},
      {"a,b\n\"1,5\",\"say \"\"no\"\"\"\n", "1,5|say \"no\""},
      {"a,b\n\"two\r\nlines\",x\n", "two\r\nlines|x"},
      {"\"a\",\"b\"\n\"\",2\n", "|2"},
      {"対象者,週\nA,１\n", "A|１"},
      {"a,b\n 1 , 2\n", " 1 | 2"},      // spaces belong to the value
      {"a,b\n1,2\n,\n\"\",\n", "1|2"},  // what Excel leaves behind below the data
      {"a\n1\n\n2\n\n", "1;2"},
      {"a,b\n", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const ReadCsv read(row.text);
    CHECK(read.findings().empty());
    REQUIRE(read.table);
    CHECK(read.rows() == row.expected);
  }
}

TEST_CASE("what is wrong with a table is reported with its place") {
  const Row rows[] = {
      {"", "1:1 csv-empty"},
      {"\xEF\xBB\xBF", "1:1 csv-empty"},
      {"a,b\n1,2,3\n", "2:1 csv-width"},
      {"a,b\n1\n\"x\"\n", "2:1 csv-width\n3:1 csv-width"},
      {"a,b\n1\"x,2\n3,4\n", "2:2 csv-quote"},
      {"a,b\n\"1\"x,2\n3,4\n", "2:4 csv-after-quote"},
      {"a,b\n\"1\" ,2\n", "2:4 csv-after-quote"},
      {"a,b\n1,\"2\n3,4\n", "2:3 csv-unclosed-quote"},
      {"a,,c\n", "1:3 csv-no-name"},
      {"a,週,週\n", "1:5 csv-column-twice"},
      {"a;b\n1;2\n", "1:1 csv-separator"},
      {"a\tb\n1\t2\n", "1:1 csv-separator"},
      {"a,b\n1,\x82\xA0\n", "2:3 encoding"},
      {"\xFF\xFE"
       "a",
       "1:1 encoding-utf16"},
      {std::string("a,b\n1,\x01\n"), "2:3 control-character"},
      {"a,b\r1,2\r", "1:4 lone-cr"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(ReadCsv(row.text).findings() == row.expected);
  }
  CHECK(ReadCsv("a,b\n1,2\n", 7).findings() == "1:1 limit-csv");
}

TEST_CASE("a row that is wrong does not take the others with it") {
  const ReadCsv read("a,b\n1,2\n3\n4\"5,6\n7,8\n");
  REQUIRE(read.table);
  CHECK(read.rows() == "1|2;7|8");
}

TEST_CASE("any table that is written by the rules is read back as it was") {
  const unsigned seed = 4180;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const std::string_view pieces[] = {"a", ",", "\"", "\n", "\r\n", "あ", " ", "1", ";"};
  for (int round = 0; round < 300; ++round) {
    std::string text = "x,y\n";
    std::string expected;
    for (int i = 0; i < 3; ++i) {
      std::string row;
      for (int j = 0; j < 2; ++j) {
        std::string cell = "v";
        for (unsigned n = random() % 4; n > 0; --n) cell += pieces[random() % std::size(pieces)];
        std::string doubled;
        for (const char c : cell) doubled += c == '"' ? "\"\"" : std::string(1, c);
        row += (j > 0 ? ",\"" : "\"") + doubled + "\"";
        expected += (j > 0 ? "|" : i > 0 ? ";" : "") + cell;
      }
      text += row + "\r\n";
    }
    INFO(text);
    const ReadCsv read(text);
    CHECK(read.findings().empty());
    REQUIRE(read.table);
    CHECK(read.rows() == expected);
  }
}

TEST_CASE("columns at the right end without a name and a value are nothing; one with a value needs a name") {
  const ReadCsv ghost("a,b,,\n1,2,,\n,,,\n3,4,\u3000,\u00A0\n");
  REQUIRE(ghost.table);
  CHECK(ghost.table->header.size() == 2);
  CHECK(ghost.rows() == "1|2;3|4");
  CHECK(ghost.findings().empty());
  const ReadCsv rows("a,b\n1,2,,\n3,4,\n5,6\n");
  REQUIRE(rows.table);
  CHECK(rows.rows() == "1|2;3|4;5|6");
  CHECK(rows.findings().empty());
  const ReadCsv value("a,b,,\n1,2,x,\n");
  CHECK(!value.table);
  CHECK(value.findings() == "1:5 csv-no-name");
  const ReadCsv wide("a,b\n1,2,x\n3,4\n");
  REQUIRE(wide.table);
  CHECK(wide.rows() == "3|4");
  CHECK(wide.findings() == "2:1 csv-width");
  CHECK(ReadCsv(",,\n1,2,3\n").findings() == "1:1 csv-no-name\n1:2 csv-no-name\n1:3 csv-no-name");
  CHECK(ReadCsv(",,\n").findings() == "1:1 csv-no-name");
}
