// What an author may write, described once: the reader, `shirube explain`, the JSON Schema and the reference are all
// derived from it. A struct that an author fills in has one FieldsOf<Struct>, a record family one row in families.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

#include "model/bilingual.h"

namespace shirube::model {

enum class Need : std::uint8_t {
  optional,
  required,   // reported where it is missing
  essential,  // required; without it the record or the item is not kept
};

// How a text is written. Numbers, units and choices follow from the member's type.
enum class Spelling : std::uint8_t {
  prose,
  word,  // a formula, a path, a version: nothing that a comment may cut
  id,
  date,  // YYYY-MM-DD
};

// One of the words that a text may be.
struct Word {
  std::string_view word;
  Bilingual text = {};
};

struct FieldFacts {
  std::string_view key = {};
  Need need = Need::optional;
  Spelling spelling = Spelling::prose;
  std::string_view family = {};  // of the records that an id refers to
  std::int64_t least = 0;        // of whole numbers
  std::int64_t most = 0;
  std::int64_t longest = 0;          // of texts: the most characters; 0: as long as it likes
  bool whole = false;                // of a list: an item that is refused takes what holds the list with it
  std::span<const Word> words = {};  // of a text that is one of them; those of an enumeration follow from its type
  bool filled = false;               // of a list: without an item it counts as missing
  std::string_view item = {};        // of a list: what findings call an item; empty: the key
  std::string_view alone = {};       // of a struct: the key of the field that may be written in its place
  std::string_view instead_of = {};  // the key of the field that it excludes
  std::string_view with = {};        // the key of the field that it requires
  bool shown = false;                // in the example of the record, though it is optional
  Bilingual text = {};               // what to write
  std::string_view example = {};     // a value in YAML, on one line
};

template <class Owner, class Value>
struct Field : FieldFacts {
  Value Owner::*member = nullptr;
};

template <class Owner, class Value>
constexpr Field<Owner, Value> field(std::string_view key, Value Owner::*member, FieldFacts facts) {
  facts.key = key;
  return {facts, member};
}

// Whether what is written looks like the member, or like nothing but its example: two days, values by name.
enum class Shape : std::uint8_t { member, own };

// A field that the hook of its struct reads (parse/hooks.h, parse/workbook_hooks.h).
template <class Owner, class Value>
struct OwnField : FieldFacts {
  Value Owner::*member = nullptr;
  Shape shape = Shape::member;
};

template <class Owner, class Value>
constexpr OwnField<Owner, Value> own(std::string_view key, Value Owner::*member, FieldFacts facts,
                                     Shape shape = Shape::member) {
  facts.key = key;
  return {facts, member, shape};
}

// A member whose fields are among those of its owner, without a key of their own.
template <class Owner, class Value>
struct Part {
  Value Owner::*member;
};
template <class Owner, class Value>
constexpr Part<Owner, Value> part(Value Owner::*member) {
  return {member};
}

// Specialised for each struct, with
//   static constexpr auto all = std::tuple{field(…), part(…), …};
// and, where the fields alone do not say everything, `hook`: what the struct's hook looks at beside them.
// `AlsoOf`: another struct whose fields may be written here, too, which a hook reads.
// `own_in_order`: the hook reads each of its fields every time, so that messages list their keys in the order of `all`.
// `ids_elsewhere`: ids that come twice are found by check/.
template <class Struct>
struct FieldsOf;

template <class Struct>
concept Described = requires { FieldsOf<Struct>::all; };
template <class Struct>
concept Hooked = requires { FieldsOf<Struct>::hook; };
template <class Struct>
concept OwnInOrder = requires { FieldsOf<Struct>::own_in_order; };
template <class Struct>
concept IdsElsewhere = requires { FieldsOf<Struct>::ids_elsewhere; };

// The words of an enumeration. Specialised for each, with `all`: an array of Choice. A value without a word is what
// holds when nothing is written.
template <class Enum>
struct Choice {
  std::string_view word;
  Enum value;
  Bilingual text = {};
};
template <class Enum>
struct ChoicesOf;

// The word of a value; empty: it has none.
template <class Enum>
constexpr std::string_view word_of(Enum value) {
  for (const auto& choice : ChoicesOf<Enum>::all) {
    if (choice.value == value) return choice.word;
  }
  return {};
}

}  // namespace shirube::model
