// What the renderers hand to publish: names of files, and how to make the bytes of each.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "source/file_system.h"
#include "source/result.h"

namespace shirube::render {

// `make` is pure: the same bytes whenever and in whichever thread it is called.
struct OutputFile {
  std::string path;  // from the output folder, `/` between the parts, NFC
  std::function<source::Result<std::string>()> make;
  // For what is only copied, and may be too large to hold: the same bytes one piece after the other. Empty: `make` alone.
  std::function<source::Result<void>(const source::FileSystem::Take&)> pour = {};
  std::string source = {};  // the author's file that it is made of, from the site's root; empty: the handbook's own
  // The path changes with the bytes. A page of the last edition may still be open and request the file of its own, so
  // publish keeps that for one edition more. Never for what authors write: what is withdrawn is gone with the next edition.
  bool versioned = false;
};

inline OutputFile versioned(std::string path, std::function<std::string()> make) {
  OutputFile file{std::move(path), [make = std::move(make)]() -> source::Result<std::string> { return make(); }};
  file.versioned = true;
  return file;
}

// All files of an edition, each path once, sorted by path.
struct OutputSet {
  std::vector<OutputFile> files;
};

}  // namespace shirube::render
