// One function a command; each returns the exit code: 0 clean, 1 findings, 3 unreadable, 4 environment.
#pragma once

#include "cli/options.h"

namespace shirube::cli {

int build(const Options& options);
int check(const Options& options);
int render(const Options& options);
int clean(const Options& options);
int pdf(const Options& options);
int evaluate(const Options& options);
int issue(const Options& options);
int diff(const Options& options);
int explain(const Options& options);
int init(const Options& options);
int new_file(const Options& options);
int schema(const Options& options);
int inspect(const Options& options);

}  // namespace shirube::cli
