// Catch's main alone: with Catch2 2 it takes ten seconds to compile, and nothing else here should.
#if __has_include(<catch2/catch_all.hpp>)
// Catch2 3 brings its own main.
#else
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
