// Every field of every template filled with values that it allows, by chance: LibreOffice opens the workbook,
// recalculates it and saves it, and our reader finds the same values, and what we had calculated. Hidden, because it
// needs soffice.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

#include "libreoffice/office.h"
#include "render/xlsx/make.h"
#include "render/xlsx/plan.h"
#include "source/format.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/hostile_texts.h"
#include "support/seed.h"
#include "support/workbook_site.h"

using namespace shirube;
using expression::Value;
using render::xlsx::SheetPlan;
using render::xlsx::Validation;
using render::xlsx::WorkbookPlan;
using render::xlsx::WorkbookTemplate;
using spreadsheet::Cell;

namespace {

struct Field {
  std::string key;
  const SheetPlan* sheet = nullptr;
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  const Validation* rule = nullptr;
};

class Book {
 public:
  Book(const std::string& name, std::mt19937& random) : random_(random) {
    site_.read_records();
    definition_ = site_.read_template(name);
    REQUIRE(definition_);
    template_.emplace(*definition_, site_.records, site_.figures);
    plan_ = template_->plan();
    for (const auto& sheet : plan_.sheets) {
      for (const Validation& rule : sheet.validations) rules_.push_back({&sheet, &rule});
    }
    find_fields();
  }

  // Makes up a value for each field and lays all of them, and what follows from them, into the plan.
  void fill() {
    for (const Field& field : fields_) {
      const Value value = any_value(*field.rule);
      if (value != Value()) values_.emplace(field.key, value);
    }
    for (const auto& change : template_->fill(values_)) {
      for (auto& cell : plan_.sheets[change.sheet].cells) {
        if (cell.row == change.row && cell.column == change.column) cell.content = change.content;
      }
    }
  }

  const WorkbookPlan& plan() const { return plan_; }
  std::size_t field_count() const { return fields_.size(); }

  std::string first_difference(const spreadsheet::Workbook& read) const {
    for (std::size_t i = 0; i < plan_.sheets.size(); ++i) {
      std::map<std::pair<std::uint32_t, std::uint32_t>, const Cell*> cells;
      for (const Cell& cell : read.sheets[i].cells) cells[{cell.row, cell.column}] = &cell;
      for (const auto& planned : plan_.sheets[i].cells) {
        const auto found = cells.find({planned.row, planned.column});
        const std::string fault = difference(planned, found == cells.end() ? nullptr : found->second);
        if (fault.empty()) continue;
        return plan_.sheets[i].name + " " + render::xlsx::cell_name(planned.row, planned.column) + ": " + fault;
      }
    }
    return {};
  }

 private:
  // A field's cell is unlocked, has a rule, and one name leads to it.
  void find_fields() {
    std::map<std::string, std::string> keys;  // cell, name
    for (const auto& name : plan_.names) keys.emplace(name.refers, name.name);
    for (const auto& [sheet, rule] : rules_) {
      for (std::uint32_t row = rule->area.first_row; row <= rule->area.last_row; ++row) {
        const auto column = rule->area.first_column;
        const auto name = keys.find(render::xlsx::sheet_cell_name(sheet->name, row, column));
        REQUIRE(name != keys.end());
        fields_.push_back({key_of(name->second), sheet, row, column, rule});
      }
    }
  }

  // in_goals_1_weight came from goals.1.weight: the template knows which of the possible spellings it was.
  std::string key_of(const std::string& name) const {
    const std::string plain = name.substr(3);
    std::vector<std::size_t> marks;
    for (std::size_t i = 0; i < plain.size(); ++i) {
      if (plain[i] == '_') marks.push_back(i);
    }
    for (std::size_t choice = 0; choice < (std::size_t{1} << marks.size()); ++choice) {
      std::string key = plain;
      for (std::size_t i = 0; i < marks.size(); ++i) key[marks[i]] = (choice >> i & 1U) != 0 ? '.' : '-';
      if (template_->has_field(key)) return key;
    }
    FAIL("no field for " + name);
    return {};
  }

  std::int64_t whole(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
  }

  Value any_value(const Validation& rule) {
    if (whole(0, 9) == 0) return {};  // left as it is
    const double least = std::max(rule.least, -1'000'000.0);
    const double most = std::min(rule.most, 1'000'000.0);
    switch (rule.kind) {
      case Validation::Kind::list:
        return any_choice(rule.list);
      case Validation::Kind::whole:
      case Validation::Kind::date:
        return static_cast<double>(whole(static_cast<std::int64_t>(std::ceil(least)), static_cast<std::int64_t>(most)));
      case Validation::Kind::decimal:
        return std::round(std::uniform_real_distribution<double>(least, most)(random_) * 100) / 100;
      case Validation::Kind::any:
      case Validation::Kind::length:
        return any_text(rule.kind == Validation::Kind::length ? static_cast<std::size_t>(rule.most) : 200);
    }
    return {};
  }

  Value any_choice(const std::string& list) {
    for (const auto& name : plan_.names) {
      if (name.name != list) continue;
      const auto& sheet = plan_.sheets[plan_.sheets.size() - 2];  // 選択肢
      std::vector<std::string> items;
      for (const auto& cell : sheet.cells) {
        const std::string place = render::xlsx::cell_name(cell.row, cell.column);
        const auto* text = std::get_if<std::string>(&cell.content);
        if (text != nullptr && within(place, name.refers, cell.row)) items.push_back(*text);
      }
      REQUIRE(!items.empty());
      return items[static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(items.size()) - 1))];
    }
    FAIL("no list " + list);
    return {};
  }

  // $B$4 in '選択肢'!$B$4:$B$8
  static bool within(const std::string& place, const std::string& area, std::uint32_t row) {
    const auto bang = area.find('!');
    const auto colon = area.find(':');
    const std::string first = area.substr(bang + 1, colon - bang - 1);
    const std::string last = area.substr(colon + 1);
    const auto column = [](const std::string& cell) { return cell.substr(0, cell.rfind('$')); };
    const auto number = [](const std::string& cell) { return std::stoul(cell.substr(cell.rfind('$') + 1)); };
    return column(place) == column(first) && row + 1 >= number(first) && row + 1 <= number(last);
  }

  Value any_text(std::size_t longest) {
    // LibreOffice decodes `_x005F_` twice, so that of the literal text `_x005F_x0041_` half is left.
    std::vector<std::string> pieces = tests::hostile_texts();
    std::erase(pieces, "_x005F_x0041_");
    std::string text;
    std::size_t length = 0;
    for (std::int64_t i = whole(1, 3); i > 0; --i) {
      const std::string& piece =
          pieces[static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(pieces.size()) - 1))];
      if (length + piece.size() > longest) break;
      text += piece;
      length += piece.size();
    }
    return text.empty() ? Value() : Value(text);
  }

  static std::string difference(const render::xlsx::Cell& planned, const Cell* found) {
    using Type = Cell::Type;
    const auto* formula = std::get_if<render::xlsx::FormulaCell>(&planned.content);
    if (found == nullptr) return std::holds_alternative<std::monostate>(planned.content) ? "" : "it is gone";
    if ((formula != nullptr) != found->has_formula)
      return "it is " + std::string(formula == nullptr ? "now" : "no longer") + " a formula";
    const auto same_number = [&](double number) {
      return found->type == Type::number && std::abs(found->number - number) <= 1e-9 * std::max(1.0, std::abs(number));
    };
    const auto same_text = [&](std::string text) {
      std::string other = found->text;
      if (formula != nullptr) {  // LibreOffice saves a tab in a result of several lines as U+0001
        std::replace(other.begin(), other.end(), '\x01', '\t');
      }
      return text.empty() ? found->type == Type::blank || other.empty() : found->type == Type::text && other == text;
    };
    const auto shown = [&] {
      return (found->type == Type::number ? source::format("{:.15g}", found->number) : "`" + found->text + "`") +
             (formula == nullptr ? "" : " from " + formula->text);
    };
    const double* number =
        formula == nullptr ? std::get_if<double>(&planned.content) : std::get_if<double>(&formula->value);
    if (number != nullptr) return same_number(*number) ? "" : source::format("{:.15g} became {}", *number, shown());
    const auto* text =
        formula == nullptr ? std::get_if<std::string>(&planned.content) : std::get_if<std::string>(&formula->value);
    if (text != nullptr) return same_text(*text) ? "" : "`" + *text + "` became " + shown();
    return found->type == Type::blank ? "" : "a blank became " + shown();
  }

  std::mt19937& random_;
  tests::WorkbookSite site_;
  std::optional<model::WorkbookDefinition> definition_;
  std::optional<WorkbookTemplate> template_;
  WorkbookPlan plan_;
  std::vector<std::pair<const SheetPlan*, const Validation*>> rules_;
  std::vector<Field> fields_;
  WorkbookTemplate::Values values_;
};

}  // namespace

TEST_CASE("what is filled in by chance comes back from LibreOffice as it was, with the results that we calculated",
          "[.][libreoffice]") {
  const unsigned seed = tests::random_seed();
  std::printf("random values: SHIRUBE_SEED=%u\n", seed);
  std::mt19937 random(seed);
  const tests::WorkbookFolder folder;
  std::map<std::string, Book> books;
  std::map<std::string, std::string> files;
  std::size_t fields = 0;
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    Book& book = books.try_emplace(name, name, random).first->second;
    book.fill();
    fields += book.field_count();
    const auto made = render::xlsx::make_workbook(book.plan(), folder.options());
    if (!made) FAIL(made.failure().detail);
    files.emplace(name, made.value());
  }
  tests::Office office;
  for (const auto& [name, bytes] : office.convert(files, "xlsx")) {
    INFO(name << ", SHIRUBE_SEED=" << seed);
    const auto read = spreadsheet::read_workbook(bytes);
    REQUIRE(read);
    CHECK(books.at(name).first_difference(read.value()) == "");
  }
  CHECK(fields > 1'200);
}
