#include "publish/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <new>

namespace shirube::publish {

namespace {

// Looking the algorithm up takes OpenSSL 3 longer than hashing a small page: once is enough. Never freed before the
// end.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> found(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
  return found.get();
}

// Hashing bytes in memory fails for want of memory alone.
void must(int done) {
  if (done != 1) throw std::bad_alloc();
}

struct ContextFree {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, ContextFree> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  must(state_->context ? EVP_DigestInit_ex2(state_->context.get(), algorithm(), nullptr) : 0);
}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view piece) {
  must(EVP_DigestUpdate(state_->context.get(), piece.data(), piece.size()));
}

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  must(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(64);
  for (unsigned int i = 0; i < size; ++i) {
    text += digits[digest[i] >> 4U];
    text += digits[digest[i] & 15U];
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.finish();
}

}  // namespace shirube::publish
