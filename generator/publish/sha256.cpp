#include "publish/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <memory>

namespace shirube::publish {

namespace {

// Looking the algorithm up takes OpenSSL 3 longer than hashing a small page: once is enough. Never freed before the
// end.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> found(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
  return found.get();
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  [[maybe_unused]] const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm(), nullptr);
  assert(done == 1 && size == 32);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(64);
  for (unsigned int i = 0; i < size; ++i) {
    text += digits[digest[i] >> 4U];
    text += digits[digest[i] & 15U];
  }
  return text;
}

}  // namespace shirube::publish
