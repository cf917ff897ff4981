// What was issued into a folder, as its lists keep it: manifest.csv, one line for each workbook, and handouts.csv, one
// for each ZIP. Runs for a part of the people (`--shard 2/8`) write manifest-2-of-8.csv; whoever reads takes the union.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/person.h"
#include "source/source_set.h"

namespace shirube::cli {

struct IssuedLine {
  std::string id;
  std::string name;
  std::string organisation;
  std::string assessor;
  std::string file;
  std::string fingerprint;  // of the bytes that were issued: another one means that somebody has worked on the file
  std::string workbook;
  std::string version;
  std::string period;
  std::string post;
  std::string assessor_id;
  std::string assessor_mail;
  std::string left_out;  // why no ZIP has it; empty: the ZIP of the assessor has it
  friend bool operator==(const IssuedLine&, const IssuedLine&) = default;
};

struct HandoutLine {
  std::string assessor;
  std::string assessor_id;
  std::string mail;
  std::string archive;
  std::string count;
  std::string people;
  std::string workbook;
  std::string version;
  std::string period;
  std::string fingerprint;
};

// What an ASCII part of a file's name stands for.
struct NameLine {
  std::string part;
  std::string meaning;
};

// A column of such a list.
template <class Line>
struct ListColumn {
  std::string_view head;
  std::string Line::*value;
  bool required = false;
};
inline constexpr std::array issued_columns = {
    ListColumn<IssuedLine>{"社員番号", &IssuedLine::id, true},
    ListColumn<IssuedLine>{"氏名", &IssuedLine::name},
    ListColumn<IssuedLine>{"所属", &IssuedLine::organisation},
    ListColumn<IssuedLine>{"一次評価者", &IssuedLine::assessor},
    ListColumn<IssuedLine>{"ファイル", &IssuedLine::file, true},
    ListColumn<IssuedLine>{"照合値", &IssuedLine::fingerprint, true},
    ListColumn<IssuedLine>{"様式", &IssuedLine::workbook, true},
    ListColumn<IssuedLine>{"版", &IssuedLine::version, true},
    ListColumn<IssuedLine>{"期", &IssuedLine::period, true},
    ListColumn<IssuedLine>{"役職", &IssuedLine::post},
    ListColumn<IssuedLine>{"一次評価者番号", &IssuedLine::assessor_id},
    ListColumn<IssuedLine>{"一次評価者メール", &IssuedLine::assessor_mail},
    ListColumn<IssuedLine>{"ZIPに入れない理由", &IssuedLine::left_out},
};
inline constexpr std::array handout_columns = {
    ListColumn<HandoutLine>{"一次評価者", &HandoutLine::assessor},
    ListColumn<HandoutLine>{"社員番号", &HandoutLine::assessor_id},
    ListColumn<HandoutLine>{"メール", &HandoutLine::mail},
    ListColumn<HandoutLine>{"ZIP", &HandoutLine::archive, true},
    ListColumn<HandoutLine>{"人数", &HandoutLine::count},
    ListColumn<HandoutLine>{"対象者", &HandoutLine::people},
    ListColumn<HandoutLine>{"様式", &HandoutLine::workbook, true},
    ListColumn<HandoutLine>{"版", &HandoutLine::version, true},
    ListColumn<HandoutLine>{"期", &HandoutLine::period, true},
    ListColumn<HandoutLine>{"照合値", &HandoutLine::fingerprint, true},
};
inline constexpr std::array name_columns = {
    ListColumn<NameLine>{"ファイル名の一部", &NameLine::part, true},
    ListColumn<NameLine>{"意味", &NameLine::meaning, true},
};

// As in model::Person.
std::string assessor_key(const IssuedLine& line);
// One for each workbook that somebody has: template, version, period, person and post, whatever their case and width.
std::string key_of(const IssuedLine& line);
// The order of the list, the same whatever was issued first.
void sort_lines(std::vector<IssuedLine>& lines);

// For Excel: UTF-8 with a BOM, CRLF; no cell is a formula there.
std::string print_list(const std::vector<IssuedLine>& lines);
std::string print_list(const std::vector<HandoutLine>& lines);
std::string print_list(const std::vector<NameLine>& lines);

// Also as Excel saves it (CP932). Nothing if it is not such a list, or names a file outside its folder; then `sink`
// holds why. `path` is for messages.
std::optional<std::vector<IssuedLine>> read_issued(const std::string& path, std::string bytes,
                                                   source::SourceSet& sources, diagnostic::Sink& sink);
std::optional<std::vector<HandoutLine>> read_handouts(const std::string& path, std::string bytes,
                                                      source::SourceSet& sources, diagnostic::Sink& sink);

}  // namespace shirube::cli
