// SHA-256 as the manifest writes it. The only user of OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace shirube::publish {

// 64 hexadecimal digits in lower case.
std::string sha256(std::string_view bytes);

}  // namespace shirube::publish
