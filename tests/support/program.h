// Runs the built program, or any other, as a user would.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace shirube::tests {

struct Outcome {
  int code = -1;  // 128 + signal if it was killed
  std::string out;
  std::string err;
};

// The first argument is the program, found on PATH. `input` is its standard input.
Outcome run_program(const std::vector<std::string>& arguments, const std::string& input = "");
// The shirube of this build.
Outcome run_shirube(std::vector<std::string> arguments, const std::string& input = "");
// Starts it, and kills it after `delay`. True if it was still running; else it has ended without an error.
bool kill_shirube(std::vector<std::string> arguments, std::chrono::microseconds delay);

// A new empty folder, removed with all that it holds.
class TemporaryFolder {
 public:
  TemporaryFolder();
  explicit TemporaryFolder(const std::string& parent);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  // Makes the folders that it needs.
  void write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;

 private:
  std::string path_;
};

}  // namespace shirube::tests
