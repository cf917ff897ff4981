#include "render/html/svg/scale.h"

#include <cmath>

#include "render/html/svg/label_space.h"
#include "render/html/svg/text_size.h"
#include "support/catch.h"
#include "support/theme_words.h"

using namespace shirube::render::html;
using shirube::tests::theme_words;
using Texts = std::vector<std::string>;

namespace {

Texts texts(double least, double most, const Axis& axis, int steps = 6, const std::string& language = "ja") {
  return tick_texts(round_ticks(least, most, axis, steps), axis, theme_words(language));
}

const Axis yen{"粗利", "円", 1, true};
const Axis percent{"率", "%", 100, false};
const Axis plain{"点", "", 1, false};

}  // namespace

TEST_CASE("ticks are round, enclose the range and are no more than requested") {
  CHECK(texts(0, 960'000, yen) == Texts{"0", "20万", "40万", "60万", "80万", "100万"});
  CHECK(texts(0, 0.12, percent) == Texts{"0%", "2%", "4%", "6%", "8%", "10%", "12%"});
  CHECK(texts(-500'000, 3'340'000, yen) == Texts{"−100万", "0", "100万", "200万", "300万", "400万"});
  CHECK(texts(0.3, 0.7, plain, 4) == Texts{"0.3", "0.4", "0.5", "0.6", "0.7"});
  CHECK(texts(0, 1500, plain) == Texts{"0", "500", "1,000", "1,500"});
}

TEST_CASE("large numbers are grouped as the language groups them, small ones are not") {
  CHECK(texts(0, 30'000, yen) == Texts{"0", "5,000", "10,000", "15,000", "20,000", "25,000", "30,000"});
  CHECK(texts(0, 600'000'000, yen) == Texts{"0", "1億", "2億", "3億", "4億", "5億", "6億"});
  CHECK(texts(0, 960'000, yen, 6, "en") == Texts{"0", "200k", "400k", "600k", "800k", "1,000k"});
}

TEST_CASE("the words for groups may be written carelessly") {
  Words::Map words = theme_words().all();
  words["chart-groups"] = ",=,x=万,0=a,10000,1e400=b,10000=万";
  CHECK(tick_texts(round_ticks(0, 40'000, yen, 4), yen, Words(words)) == Texts{"0", "1万", "2万", "3万", "4万"});
}

TEST_CASE("a range of no length, and one shorter than its numbers are exact, get ticks all the same") {
  for (const double value : {0.0, 5.0, -5.0, 1e15, 1e-300}) {
    const Ticks ticks = round_ticks(value, value, plain, 5);
    INFO(value);
    CHECK(ticks.at.size() >= 2);
    CHECK(ticks.least() <= value);
    CHECK(ticks.most() >= value - 1e-9);
    CHECK(ticks.least() < ticks.most());
  }
  CHECK(round_ticks(1e15, 1e15 + 1, plain, 5).at.size() >= 2);
  CHECK(round_ticks(-1, 1, plain, 1).at.size() == 3);
}

TEST_CASE("the unit is in the title unless it belongs to the number") {
  CHECK(axis_title(yen, theme_words()) == "粗利（円）");
  CHECK(axis_title(percent, theme_words()) == "率");
  CHECK(axis_title(plain, theme_words()) == "点");
}

TEST_CASE("a scale is linear, also downwards") {
  const Scale scale(-10, 30, 200, 100);
  CHECK(scale(-10) == 200);
  CHECK(scale(30) == 100);
  CHECK(scale(10) == 150);
}

TEST_CASE("a Japanese character is as wide as it is high") {
  CHECK(text_width("売上", 12) == 24);
  CHECK(text_width("12", 10) < 12);
  const Area area = text_area("売上", 10, {100, 50}, Anchor::end);
  CHECK(area.left == 80);
  CHECK(area.right == 100);
  CHECK(area.top < 50);
  CHECK(area.bottom > 50);
}

TEST_CASE("wrapped lines are no wider than requested") {
  for (const std::string& line : wrapped("WWWWW 前日売上把握率の上昇 MMMMM を確かめる", 60, 12, 9)) {
    INFO(line);
    CHECK(text_width(line, 12) <= 60);
  }
  CHECK(shortened("前日売上把握率", 36, 12) == "前日…");
  CHECK(shortened("", 36, 12).empty());
}

TEST_CASE("labels are moved apart as little as may be, and stay inside") {
  CHECK(spread({10, 50, 90}, 20, 0, 100) == std::vector<double>{10, 50, 90});
  CHECK(spread({50, 50}, 20, 0, 100) == std::vector<double>{40, 60});
  CHECK(spread({98, 99}, 20, 0, 100) == std::vector<double>{80, 100});
  CHECK(spread({0, 1, 2, 3, 4}, 50, 0, 100) == std::vector<double>{0, 25, 50, 75, 100});
  CHECK(spread({}, 20, 0, 100).empty());
  const std::vector<double> crowd = spread({10, 12, 13, 60, 61, 99}, 12, 0, 100);
  for (std::size_t i = 1; i < crowd.size(); ++i) CHECK(crowd[i] - crowd[i - 1] >= 12 - 1e-9);
  CHECK(crowd.front() >= 0);
  CHECK(crowd.back() <= 100);
}

TEST_CASE("a label is set where it is free, and off the lines if it can be") {
  LabelSpace space({0, 0, 100, 100});
  CHECK(space.place({{90, 90, 110, 110}, {0, 0, 20, 20}}) == 1);
  CHECK(space.place({{10, 10, 30, 30}, {40, 40, 60, 60}}) == 1);
  space.cross({0, 75}, {100, 75});
  CHECK(space.place({{70, 70, 90, 80}, {70, 20, 90, 30}}) == 1);
  CHECK_FALSE(space.place({{5, 5, 15, 15}}));
  CHECK_FALSE(space.place({}));
}
