// The folder that personal workbooks are issued to. A file is there whole or not at all. What somebody has worked on is
// never touched: a file is ours only while its bytes are those that a list, or the journal of a run that was stopped,
// keeps the fingerprint of.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "cli/issued_list.h"
#include "source/result.h"

namespace shirube::cli {

// What `--shard 2/8` means; 1/1 without it.
struct Shard {
  std::size_t part = 1;
  std::size_t parts = 1;
  bool is_whole() const { return parts == 1; }
  // Which part somebody is in hangs on this text alone.
  bool holds(const std::string& key) const;
  // manifest.csv, or manifest-2-of-8.csv
  std::string list_name(const std::string& stem) const;
};
Shard shard_of(const std::string& option);

enum class BookState {
  fresh,      // there was none
  same,       // there already, to the byte
  rewritten,  // ours and untouched: it was replaced
  kept,       // somebody has worked on it
  foreign,    // in no list
  open,       // in a spreadsheet program at the moment
};

class IssuedFiles {
 public:
  enum class Mode { write, look };  // look: nothing in the folder changes, it need not be there
  // Makes the folder, keeps other runs for the same part out, removes what runs that were killed have left.
  static source::Result<IssuedFiles> open(const std::string& folder, const Shard& shard, Mode mode);
  ~IssuedFiles();
  IssuedFiles(IssuedFiles&&) noexcept;
  IssuedFiles(const IssuedFiles&) = delete;
  IssuedFiles& operator=(const IssuedFiles&) = delete;

  // The union of all lists in the folder. False: one of them cannot be read, which was reported.
  bool read_lists(source::SourceSet& sources, diagnostic::Sink& sink);
  const std::vector<IssuedLine>& lines() const { return lines_; }
  const std::vector<HandoutLine>& handouts() const { return handouts_; }
  // Whether that list of the folder names the file.
  bool is_listed_elsewhere(const std::string& file) const { return listed_elsewhere_.contains(file); }

  // From several threads, for different names. `known`: the fingerprint that a list keeps for it, else empty.
  // `replace`: what is not ours gives way, and is in replaced/ afterwards. In mode look only the state is found out.
  source::Result<BookState> put(const std::string& name, const std::string& bytes, const std::string& known,
                                bool replace) const;
  // The state that a file with these bytes would have; same for `known`.
  BookState state_of(const std::string& name, const std::string& known) const;
  // A file that was made at `path`, which is below temporary_folder().
  source::Result<BookState> put_file(const std::string& name, const std::string& path, const std::string& known) const;
  source::Result<void> move_to_replaced(const std::string& name) const;
  source::Result<void> remove(const std::string& name) const;
  source::Result<void> write_list(const std::string& name, const std::string& text) const;
  // All is written and listed: what was kept for the case of a stop is not needed any more, and neither are the lists
  // of parts once the whole holds their lines.
  void finish();

  const std::string& folder() const { return folder_; }
  const Shard& shard() const { return shard_; }
  // Gone with this object.
  const std::string& temporary_folder() const { return temporary_; }

 private:
  IssuedFiles() = default;
  source::Result<void> open_journal();
  std::string journal_name() const;
  BookState compare(const std::string& name, const std::string& fingerprint, const std::string& known) const;
  source::Result<void> note(const std::string& name, const std::string& fingerprint) const;
  source::Result<void> rename_into(const std::string& path, const std::string& name, bool over) const;

  std::string folder_;
  std::string temporary_;
  Shard shard_;
  Mode mode_ = Mode::write;
  int lock_ = -1;                                            // on the temporary folder, as long as this run lives
  int journal_ = -1;                                         // locked: one run for each part at a time
  std::map<std::string, std::set<std::string>> journalled_;  // fingerprints by name
  std::vector<IssuedLine> lines_;
  std::vector<HandoutLine> handouts_;
  std::vector<std::string> lists_;  // of parts
  std::set<std::string> listed_elsewhere_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();  // of the journal
};

}  // namespace shirube::cli
