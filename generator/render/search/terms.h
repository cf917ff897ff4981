// What the index knows a text by: words of letters and digits, and pairs of Japanese signs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shirube::render::search {

// Of a folded text, in order, repeated ones too. `先行kpi` gives 先行, 行, kpi: a run of Japanese signs gives its pairs
// and its last sign alone, so that every single sign begins a term.
std::vector<std::string> terms(std::string_view folded);

}  // namespace shirube::render::search
