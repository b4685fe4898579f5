#include "pdf/content_reading.hpp"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <algorithm>
#include <array>
#include <set>

namespace pdf {

namespace {

using Token = QPDFTokenizer::Token;

constexpr std::size_t most_operands = 100'000;
constexpr std::size_t most_fonts = 10'000;
constexpr int deepest_form = 8;
constexpr std::size_t most_readings_of_a_page = 1000;

constexpr std::array<std::string_view, 11> drawing{"f",  "F", "f*", "B",  "B*", "b",
                                                   "b*", "S", "s",  "sh", "EI"};
constexpr std::array<std::string_view, 4> showing{"Tj", "TJ", "'", "\""};

template <std::size_t count>
bool among(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Mark {
  bool artifact = false;
  bool numbered = false;
  bool reversed = false;  // what is shown in it is read from the last code to the first
  std::size_t shown = 0;  // strings of the open sequence before it
};

class ContentReader {
 public:
  ContentReader(QPDFObjectHandle resources, FontsRead& fonts, ContentReading& reading,
                bool marked_outside)
      : resources_(resources), fonts_(fonts), reading_(reading), marked_outside_(marked_outside) {}

  void read(const std::string& data);
  // The forms shown, with whether they stand in marked content.
  [[nodiscard]] const std::vector<std::pair<QPDFObjectHandle, bool>>& forms() const {
    return forms_;
  }

 private:
  void apply(const std::string& word);
  void begin_mark(bool with_properties);
  std::optional<long long> marked_content_number() const;
  void end_mark();
  void turn_around(const Mark& mark);
  void show_text();
  void show_object();
  [[nodiscard]] std::string last_name() const;
  [[nodiscard]] bool is_marked() const;

  QPDFObjectHandle resources_;
  FontsRead& fonts_;
  ContentReading& reading_;
  bool marked_outside_;
  std::vector<Token> operands_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> open_sequences_;  // in reading_.sequences
  int open_artifacts_ = 0;
  bool in_reversed_ = false;
  FontReading* font_ = nullptr;
  std::vector<FontReading*> saved_fonts_;
  std::vector<std::pair<QPDFObjectHandle, bool>> forms_;
};

void ContentReader::read(const std::string& data) {
  const std::shared_ptr<InputSource> input = std::make_shared<BufferInputSource>("content", data);
  QPDFTokenizer tokenizer;
  tokenizer.allowEOF();
  while (true) {
    const auto token = tokenizer.readToken(input, "content", true);
    if (token.getType() == QPDFTokenizer::tt_eof) {
      break;
    }
    if (token.getType() == QPDFTokenizer::tt_bad) {
      reading_.readable = false;
    }
    if (token.getType() != QPDFTokenizer::tt_word) {
      if (operands_.size() < most_operands) {
        operands_.push_back(token);
      }
      continue;
    }
    if (token.getValue() == "ID") {
      tokenizer.expectInlineImage(input);
    }
    apply(token.getValue());
    operands_.clear();
  }
  reading_.balanced = reading_.balanced && marks_.empty();
}

void ContentReader::apply(const std::string& word) {
  if (word == "BDC" || word == "BMC") {
    begin_mark(word == "BDC");
  } else if (word == "EMC") {
    end_mark();
  } else if (word == "q") {
    if (saved_fonts_.size() < most_operands) {
      saved_fonts_.push_back(font_);
    }
  } else if (word == "Q") {
    if (!saved_fonts_.empty()) {
      font_ = saved_fonts_.back();
      saved_fonts_.pop_back();
    }
  } else if (word == "Tf") {
    font_ = fonts_.read(entry(entry(resources_, "/Font"), last_name()));
  } else if (word == "Do") {
    show_object();
  } else if (among(showing, word)) {
    show_text();
  } else if (among(drawing, word)) {
    reading_.unmarked += is_marked() ? 0 : 1;
  } else if (word == "k" || word == "K") {
    reading_.four_inks = true;
  }
}

std::string ContentReader::last_name() const {
  const auto found = std::find_if(operands_.rbegin(), operands_.rend(), [](const Token& token) {
    return token.getType() == QPDFTokenizer::tt_name;
  });
  return found == operands_.rend() ? std::string("/") : found->getValue();
}

void ContentReader::begin_mark(bool with_properties) {
  Mark mark;
  const auto tag = operands_.empty() ? std::string() : operands_.front().getValue();
  mark.artifact = tag == "/Artifact";
  const auto number = with_properties ? marked_content_number() : std::nullopt;
  mark.numbered = number.has_value();
  reading_.artifacts_in_content += mark.artifact && !open_sequences_.empty() ? 1 : 0;
  reading_.content_in_artifacts += mark.numbered && open_artifacts_ > 0 ? 1 : 0;
  if (mark.numbered && !open_sequences_.empty()) {
    ++reading_.nested_sequences;
  }
  if (mark.numbered) {
    open_sequences_.push_back(reading_.sequences.size());
    reading_.sequences.push_back({static_cast<int>(*number), tag, {}});
  }
  open_artifacts_ += mark.artifact ? 1 : 0;
  mark.reversed = tag == "/ReversedChars" && !open_sequences_.empty() && !in_reversed_;
  if (mark.reversed) {
    in_reversed_ = true;
    mark.shown = reading_.sequences[open_sequences_.back()].shown.size();
  }
  marks_.push_back(mark);
}

std::optional<long long> ContentReader::marked_content_number() const {
  if (operands_.size() == 2 && operands_[1].getType() == QPDFTokenizer::tt_name) {
    auto properties = entry(entry(resources_, "/Properties"), operands_[1].getValue());
    const auto number = integer_of(entry(properties, "/MCID"));
    return number && *number >= 0 && *number < 0x7FFFFFFF ? number : std::nullopt;
  }
  for (std::size_t index = 1; index + 1 < operands_.size(); ++index) {
    const auto& value = operands_[index + 1];
    if (operands_[index] == Token(QPDFTokenizer::tt_name, "/MCID") &&
        value.getType() == QPDFTokenizer::tt_integer && value.getValue().size() < 10) {
      return std::stoll(value.getValue());
    }
  }
  return std::nullopt;
}

void ContentReader::end_mark() {
  if (marks_.empty()) {
    reading_.balanced = false;
    return;
  }
  if (marks_.back().reversed) turn_around(marks_.back());
  open_artifacts_ -= marks_.back().artifact ? 1 : 0;
  if (marks_.back().numbered) {
    open_sequences_.pop_back();
  }
  marks_.pop_back();
}

void ContentReader::turn_around(const Mark& mark) {
  in_reversed_ = false;
  auto& shown = reading_.sequences[open_sequences_.back()].shown;
  const auto first = shown.begin() + static_cast<std::ptrdiff_t>(mark.shown);
  std::reverse(first, shown.end());
  for (auto string = first; string != shown.end(); ++string) {
    string->second = string->first->reversed(string->second);
  }
}

bool ContentReader::is_marked() const {
  return marked_outside_ || open_artifacts_ > 0 || !open_sequences_.empty();
}

void ContentReader::show_text() {
  reading_.unmarked += is_marked() ? 0 : 1;
  if (font_ == nullptr) {
    return;
  }
  for (const auto& operand : operands_) {
    if (operand.getType() != QPDFTokenizer::tt_string) {
      continue;
    }
    font_->use(operand.getValue());
    if (!open_sequences_.empty()) {
      reading_.sequences[open_sequences_.back()].shown.emplace_back(font_, operand.getValue());
    }
  }
}

// A form may carry its own marks: it is judged on its content, later.
void ContentReader::show_object() {
  auto object = entry(entry(resources_, "/XObject"), last_name());
  if (name_of(entry(object, "/Subtype")) == "/Form") {
    forms_.emplace_back(object, is_marked());
    reading_.references += entry(object, "/Ref").isNull() ? 0 : 1;
    if (reading_.forms.size() < most_operands) reading_.forms.push_back(object.getObjGen());
  } else {
    reading_.unmarked += is_marked() ? 0 : 1;
  }
}

std::optional<std::string> page_data(QPDFObjectHandle page) {
  auto contents = entry(page, "/Contents");
  if (contents.isNull()) {
    return std::string();
  }
  if (contents.isStream()) {
    return stream_data(contents);
  }
  if (!contents.isArray()) {
    return std::nullopt;
  }
  std::string data;
  for (int index = 0; index < contents.getArrayNItems(); ++index) {
    const auto part = stream_data(contents.getArrayItem(index));
    if (!part || data.size() + part->size() > largest_stream) {
      return std::nullopt;
    }
    data += *part + '\n';
  }
  return data;
}

QPDFObjectHandle inherited_resources(QPDFObjectHandle page) {
  for (int level = 0; level < 50 && page.isDictionary(); ++level) {
    auto resources = entry(page, "/Resources");
    if (resources.isDictionary()) {
      return resources;
    }
    page = entry(page, "/Parent");
  }
  return QPDFObjectHandle::newNull();
}

struct Waiting {
  QPDFObjectHandle owner;
  QPDFObjectHandle resources;
  bool page = true;
  bool marked = false;
  int depth = 0;
};

}  // namespace

FontReading* FontsRead::read(QPDFObjectHandle font) {
  if (!font.isDictionary()) {
    return nullptr;
  }
  const auto object = font.getObjGen();
  if (font.isIndirect()) {
    if (const auto found = by_object_.find(object); found != by_object_.end()) {
      return found->second;
    }
  }
  if (all_.size() >= most_fonts) {
    return nullptr;
  }
  all_.push_back(std::make_unique<FontReading>(font));
  if (font.isIndirect()) {
    by_object_[object] = all_.back().get();
  }
  return all_.back().get();
}

std::vector<ContentReading> read_content(QPDFObjectHandle page, std::size_t number,
                                         FontsRead& fonts) {
  std::vector<ContentReading> readings;
  std::set<std::pair<QPDFObjGen, bool>> seen;
  std::vector<Waiting> waiting{{page, inherited_resources(page), true, false, 0}};
  while (!waiting.empty() && readings.size() < most_readings_of_a_page) {
    auto next = waiting.back();
    waiting.pop_back();
    if (!seen.insert({next.owner.getObjGen(), next.marked}).second) {
      continue;
    }
    auto& reading = readings.emplace_back();
    reading.page = number;
    reading.owner = next.owner.getObjGen();
    reading.struct_parents = integer_of(entry(next.owner, "/StructParents"));
    const auto data = next.page ? page_data(next.owner) : stream_data(next.owner);
    if (!data) {
      reading.readable = false;
      continue;
    }
    ContentReader reader(next.resources, fonts, reading, next.marked);
    reader.read(*data);
    for (const auto& [form, marked] : reader.forms()) {
      auto own = entry(form, "/Resources");
      if (next.depth < deepest_form) {
        waiting.push_back(
            {form, own.isDictionary() ? own : next.resources, false, marked, next.depth + 1});
      }
    }
  }
  return readings;
}

}  // namespace pdf
