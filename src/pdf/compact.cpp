#include "pdf/compact.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/disk.hpp"
#include "pdf/deflate.hpp"
#include "pdf/tokens.hpp"

// libqpdf does the same for any PDF, but takes four times as long as all the rest of the writing.
namespace pdf {
namespace {

constexpr std::size_t table_line = 20;         // of a cross-reference table
constexpr std::size_t objects_a_stream = 500;  // a reader inflates a whole stream for one of them
constexpr std::size_t row_size = 7;            // of the cross-reference stream: type, place, rank

[[noreturn]] void refuse() {
  throw base::MachineError(
      "Le PDF n’a pas pu être réduit : il n’est pas écrit comme il devrait l’être.");
}

std::size_t number_at(std::string_view bytes, std::size_t offset) {
  std::size_t value = 0;
  if (offset >= bytes.size()) refuse();
  const auto* begin = bytes.data() + offset;
  const auto read = std::from_chars(begin, bytes.data() + bytes.size(), value);
  if (read.ec != std::errc()) refuse();
  return value;
}

std::size_t find(std::string_view bytes, std::string_view what, std::size_t from) {
  const std::size_t found = bytes.find(what, from);
  if (found == std::string_view::npos) refuse();
  return found;
}

class Compactor {
 public:
  explicit Compactor(std::string_view bytes) : bytes_(bytes) {
    table_ = number_at(bytes_, bytes_.rfind("startxref") + std::string_view("startxref\n").size());
    // "xref", "0 COUNT", then a line for each object; libharu writes them in order.
    const std::size_t counts = find(bytes_, "\n", table_) + 1;
    count_ = number_at(bytes_, counts + std::string_view("0 ").size());
    const std::size_t lines = find(bytes_, "\n", counts) + 1;
    for (std::size_t i = 0; i < count_; ++i) {
      offsets_.push_back(number_at(bytes_, lines + i * table_line));
    }
    offsets_.push_back(table_);
    trailer_ = lines + count_ * table_line;
    if (count_ < 2 || trailer_ > bytes_.size()) refuse();
  }

  std::string run() {
    out_.reserve(bytes_.size());
    out_.append(bytes_.substr(0, offsets_[1]));
    rows_.resize(count_);
    for (std::size_t object = 1; object < count_; ++object) place(object);
    close_stream();
    write_streams();
    write_table();
    return std::move(out_);
  }

 private:
  struct Row {
    std::uint8_t type = 0;        // 0: free; 1: at an offset; 2: in a stream
    std::uint32_t place = 0;      // the offset, or the number of the stream
    std::uint16_t rank = 0xFFFF;  // in the stream; generation for the other types
  };

  void place(std::size_t object) {
    if (offsets_[object + 1] <= offsets_[object] || offsets_[object + 1] > table_) refuse();
    const auto whole = bytes_.substr(offsets_[object], offsets_[object + 1] - offsets_[object]);
    const std::string_view begin = " 0 obj\n", end = "\nendobj\n";
    const std::size_t body = find(whole, begin, 0) + begin.size();
    if (!whole.ends_with(end)) refuse();
    const auto text = whole.substr(body, whole.size() - body - end.size());
    if (text.ends_with("endstream")) {
      rows_[object] = {1, static_cast<std::uint32_t>(out_.size()), 0};
      out_.append(whole);
      return;
    }
    rows_[object] = {2, static_cast<std::uint32_t>(count_ + stream_entries_.size()),
                     static_cast<std::uint16_t>(gathered_)};
    append_integer(index_, static_cast<std::int64_t>(object));
    index_ += ' ';
    append_integer(index_, static_cast<std::int64_t>(objects_.size()));
    index_ += ' ';
    objects_ += text;
    objects_ += '\n';
    if (++gathered_ == objects_a_stream) close_stream();
  }

  void close_stream() {
    if (gathered_ == 0) return;
    std::string entries = "/Type /ObjStm /N ";
    append_integer(entries, static_cast<std::int64_t>(gathered_));
    entries += " /First ";
    append_integer(entries, static_cast<std::int64_t>(index_.size()));
    stream_entries_.push_back(std::move(entries));
    streams_.add(index_ + objects_);
    index_.clear();
    objects_.clear();
    gathered_ = 0;
  }

  void write_streams() {
    const auto smaller = streams_.finish();
    for (std::size_t i = 0; i < smaller.size(); ++i) write_stream(stream_entries_[i], smaller[i]);
  }

  // A new object at the end of the file.
  void write_stream(const std::string& entries, const std::string& data) {
    rows_.push_back({1, static_cast<std::uint32_t>(out_.size()), 0});
    append_integer(out_, static_cast<std::int64_t>(rows_.size() - 1));
    out_ += " 0 obj\n<<" + entries + " /Filter /FlateDecode /Length ";
    append_integer(out_, static_cast<std::int64_t>(data.size()));
    out_ += ">>\nstream\n" + data + "\nendstream\nendobj\n";
  }

  void write_table() {
    const std::size_t start = out_.size();
    Row own{1, static_cast<std::uint32_t>(start), 0};
    rows_.push_back(own);
    const std::string data = Deflater().compress(predicted_rows());
    rows_.pop_back();  // write_stream adds it again
    std::string entries = "/Type /XRef /W [1 4 2] /DecodeParms <</Predictor 12 /Columns ";
    append_integer(entries, static_cast<std::int64_t>(row_size));
    entries += ">> /Size ";
    append_integer(entries, static_cast<std::int64_t>(rows_.size() + 1));
    entries += ' ';
    entries += trailer_entries();
    write_stream(entries, data);
    out_ += "startxref\n";
    append_integer(out_, static_cast<std::int64_t>(start));
    out_ += "\n%%EOF\n";
  }

  // What the trailer says but the number of objects.
  [[nodiscard]] std::string trailer_entries() const {
    const std::size_t begin = find(bytes_, "<<", trailer_) + 2;
    const std::size_t end = bytes_.rfind(">>");
    std::string entries(bytes_.substr(begin, end - begin));
    const std::size_t size = entries.find("/Size ");
    if (size == std::string::npos) refuse();
    entries.erase(size, entries.find('\n', size) - size);
    return entries;
  }

  // Each byte less the one above it (PNG's « up »): the table then compresses to almost nothing.
  [[nodiscard]] std::string predicted_rows() const {
    std::string table;
    table.reserve(rows_.size() * (row_size + 1));
    std::array<std::uint8_t, row_size> above{};
    for (const Row& row : rows_) {
      const std::array<std::uint8_t, row_size> line{row.type,
                                                    static_cast<std::uint8_t>(row.place >> 24U),
                                                    static_cast<std::uint8_t>(row.place >> 16U),
                                                    static_cast<std::uint8_t>(row.place >> 8U),
                                                    static_cast<std::uint8_t>(row.place),
                                                    static_cast<std::uint8_t>(row.rank >> 8U),
                                                    static_cast<std::uint8_t>(row.rank)};
      table += '\2';
      for (std::size_t i = 0; i < row_size; ++i) {
        table += static_cast<char>(static_cast<std::uint8_t>(line[i] - above[i]));
      }
      above = line;
    }
    return table;
  }

  std::string_view bytes_;
  std::size_t table_ = 0, trailer_ = 0, count_ = 0;
  std::vector<std::size_t> offsets_;  // by object number; at the end, where the table begins
  std::string out_;
  std::vector<Row> rows_;
  std::string index_, objects_;  // of the stream being filled
  std::size_t gathered_ = 0;
  std::vector<std::string> stream_entries_;
  DeflateQueue streams_;
};

}  // namespace

std::string compacted(const std::string& bytes) { return Compactor(bytes).run(); }

}  // namespace pdf
