// What people type and paste that a spreadsheet could take for something else. It arrives as this very text, or it is
// refused; nothing of it may ever become a formula.
#pragma once

#include <string>
#include <vector>

namespace shirube::tests {

inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{"=1+1",
                                              "=cmd|'/c calc'!A0",
                                              "=HYPERLINK(\"https://a.example\",\"押す\")",
                                              "{=A1:A3}",
                                              "+81-3-0000-0000",
                                              "-1",
                                              "@SUM(A1)",
                                              "\t=1+1",
                                              "a\tb",
                                              "'先頭の印",
                                              "\"二重\"",
                                              "_x0041_",
                                              "_x000D_",
                                              "_x005F_x0041_",
                                              "一行目\n=二行目\n",
                                              " 端の空白 ",
                                              "　全角の空白　",
                                              "零\u200B幅\u200D\uFEFF",
                                              "\u202E右から",
                                              "😀👩‍👩‍👧",
                                              "か\u3099と\u304C",
                                              "<b>&\"']]>",
                                              "https://a.example/?q=1&r=%20#x",
                                              "１２３，４５６",
                                              "0012",
                                              "1e5",
                                              "2026/4/1",
                                              "1-2",
                                              "TRUE",
                                              "#REF!",
                                              "100%",
                                              std::string(300, 'w')};
  return texts;
}

inline const std::vector<std::string>& refused_texts() {
  static const std::vector<std::string> texts{std::string(40'000, 'a'),
                                              std::string("a\0b", 3),
                                              "\x01",
                                              "\x1B[31m",
                                              "一行目\r\n二行目",
                                              "\xED\xA0\x80",      // half of a surrogate pair
                                              "\xED\xB0\x80",      // the other half
                                              "\xEF\xBF\xBE",      // U+FFFE
                                              "\x93\xFA\x96\x7B",  // CP932
                                              "\xF4\x90\x80\x80",  // beyond Unicode
                                              "\xC0\xBD"};         // `=` spelled too long
  return texts;
}

}  // namespace shirube::tests
