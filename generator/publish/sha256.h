// SHA-256 as the manifest writes it. The only user of OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace shirube::publish {

// 64 hexadecimal digits in lower case.
std::string sha256(std::string_view bytes);

// The same of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view piece);
  // Once, after the last piece.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shirube::publish
