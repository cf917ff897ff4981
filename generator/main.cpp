#include "cli/run.h"

int main(int count, char** arguments) {
  return shirube::cli::run(count, arguments);
}
