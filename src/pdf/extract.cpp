#include <algorithm>
#include <array>
#include <exception>
#include <string_view>

#include "base/text.hpp"
#include "pdf/inspection.hpp"

namespace pdf {

namespace {

// What stands inside a line; all the others are blocks.
bool is_inline(const std::string& type) {
  constexpr std::array<std::string_view, 8> types{"Span", "Link",  "Reference", "Quote",
                                                  "Code", "Annot", "BibEntry",  "Form"};
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_white(char32_t character) {
  return character <= 0x20 || character == 0xA0 || character == 0x1680 ||
         (character >= 0x2000 && character <= 0x200A) || character == 0x202F ||
         character == 0x2028 || character == 0x2029 || character == 0x205F || character == 0x3000;
}

class TextReader {
 public:
  TextReader(const Inspection& inspection, Extent extent)
      : inspection_(inspection), extent_(extent) {
    for (const auto& content : inspection.contents) {
      for (const auto& sequence : content.sequences) {
        sequences_.emplace(std::pair(content.owner, sequence.number), &sequence);
      }
    }
  }

  std::string read() {
    const auto& elements = inspection_.structure.elements;
    for (std::size_t root = 0; root < elements.size(); ++root) {
      if (!elements[root].parent) {
        read_tree(root);
      }
    }
    for (std::size_t next = 0; next < notes_.size(); ++next) {
      read_tree(notes_[next]);
    }
    return std::move(text_);
  }

 private:
  // Without recursion: depth is the file's to choose.
  void read_tree(std::size_t root) {
    const auto& elements = inspection_.structure.elements;
    std::vector<std::pair<std::size_t, std::size_t>> open{{root, 0}};
    while (!open.empty()) {
      auto& [index, next] = open.back();
      const auto& element = elements[index];
      if (next == 0) {
        separate(element);
      }
      if (next == element.kids.size()) {
        separate(element);
        open.pop_back();
        continue;
      }
      const auto& kid = element.kids[next++];
      if (kid.kind == StructureKid::Kind::element) {
        if (is_read_here(element, next - 1)) {
          open.emplace_back(kid.element, 0);
        }
      } else if (kid.kind == StructureKid::Kind::sequence) {
        add(kid);
      }
    }
  }

  // Notes left for later are remembered.
  bool is_read_here(const StructureElement& parent, std::size_t rank) {
    if (extent_ == Extent::all) {
      return true;
    }
    const auto element = parent.kids[rank].element;
    const auto& type = inspection_.structure.elements[element].type;
    if (type == "Note") {
      notes_.push_back(element);
      return false;
    }
    return type != "Lbl" && !(type == "Reference" && is_note(parent, rank + 1));
  }

  bool is_note(const StructureElement& parent, std::size_t rank) const {
    return rank < parent.kids.size() && parent.kids[rank].kind == StructureKid::Kind::element &&
           inspection_.structure.elements[parent.kids[rank].element].type == "Note";
  }

  void separate(const StructureElement& element) {
    if (!is_inline(element.type) && !text_.empty() && text_.back() != '\n') {
      text_ += '\n';
    }
  }

  void add(const StructureKid& kid) {
    const auto found = sequences_.find({kid.owner, kid.number});
    if (found == sequences_.end()) {
      return;
    }
    for (const auto& [font, shown] : found->second->shown) {
      text_ += font->text(std::string_view(shown));
    }
  }

  const Inspection& inspection_;
  Extent extent_;
  std::vector<std::size_t> notes_;
  std::map<std::pair<QPDFObjGen, int>, const MarkedSequence*> sequences_;
  std::string text_;
};

// The hyphen of a broken word is not one of its letters.
std::string without_soft_hyphens(std::string text) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  for (auto at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen, at)) {
    text.erase(at, soft_hyphen.size());
  }
  return text;
}

}  // namespace

std::string extract_text(const std::string& bytes, Extent extent) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("document", bytes.data(), bytes.size());
    Inspection inspection;
    read_document(file, inspection);
    return without_soft_hyphens(TextReader(inspection, extent).read());
  } catch (const std::exception&) {
    return {};
  }
}

std::vector<std::string> extract_words(const std::string& bytes, Extent extent) {
  const auto text = extract_text(bytes, extent);
  std::vector<std::string> words;
  std::string word;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto start = offset;
    if (!is_white(base::next_code_point(text, offset))) {
      word.append(text, start, offset - start);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) {
    words.push_back(word);
  }
  return words;
}

}  // namespace pdf
