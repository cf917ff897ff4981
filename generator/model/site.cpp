#include "model/site.h"

namespace shirube::model {

Site::Site() = default;
Site::Site(Site&& other) noexcept = default;
Site& Site::operator=(Site&& other) noexcept = default;
Site::~Site() = default;

CheckedSite::CheckedSite() = default;
CheckedSite::CheckedSite(CheckedSite&& other) noexcept = default;
CheckedSite& CheckedSite::operator=(CheckedSite&& other) noexcept = default;
CheckedSite::~CheckedSite() = default;

}  // namespace shirube::model
