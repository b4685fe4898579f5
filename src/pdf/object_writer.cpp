// The only file that includes the headers of libharu.
#include "pdf/object_writer.hpp"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include <cstdint>
#include <vector>

#include "base/disk.hpp"
#include "pdf/deflate.hpp"
#include "pdf/digest.hpp"
#include "pdf/tokens.hpp"

namespace pdf {

namespace {

constexpr HPDF_UINT32 number_mask = 0x00FFFFFF;
constexpr std::size_t trailer_entries = 0;  // object 0 never exists

std::size_t number_of(HPDF_Dict dictionary) { return dictionary->header.obj_id & number_mask; }

}  // namespace

struct ObjectWriter::State {
  HPDF_Doc document = nullptr;
  std::vector<std::string> entries;  // by object number
  Digest digest;
  Deflater deflater;

  void check() const {
    const auto code = document->error.error_no;
    if (code != HPDF_NOERROR) {
      throw base::MachineError("Écriture du PDF impossible : la bibliothèque libharu a répondu " +
                               std::to_string(code) + ".");
    }
  }

  void require(const void* object) const {
    check();
    if (object == nullptr) {
      throw base::MachineError("Écriture du PDF impossible : mémoire épuisée.");
    }
  }

  void set_entries(HPDF_Dict dictionary, std::string text) {
    const auto number = number_of(dictionary);
    if (entries.size() <= number) {
      entries.resize(number + 1);
    }
    digest.add(text);
    entries[number] = std::move(text);
    dictionary->write_fn = write_entries;
  }

  // Called by libharu inside the angle brackets of a dictionary.
  static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    const auto* state = static_cast<const State*>(dictionary->error->user_data);
    const auto number = number_of(dictionary);
    if (number >= state->entries.size() || state->entries[number].empty()) {
      return HPDF_OK;
    }
    const auto& text = state->entries[number];
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                             static_cast<HPDF_UINT>(text.size()));
  }

  // The entries and the data of a stream, compressed by us: libharu would take longer.
  void set_stream(HPDF_Dict dictionary, std::string text, std::string_view data,
                  Compression compression) {
    if (compression == Compression::deflate) text += "/Filter /FlateDecode";
    digest.add(data);
    set_entries(dictionary, std::move(text));
    HPDF_Stream_Write(dictionary->stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                      static_cast<HPDF_UINT>(data.size()));
    check();
    dictionary->filter = HPDF_STREAM_FILTER_NONE;
  }

  [[nodiscard]] std::string saved_bytes() const {
    const auto stream = document->stream;
    std::string bytes;
    bytes.reserve(HPDF_Stream_Size(stream));
    for (HPDF_UINT index = 0; index < HPDF_MemStream_GetBufCount(stream); ++index) {
      HPDF_UINT length = 0;
      const auto* start = HPDF_MemStream_GetBufPtr(stream, index, &length);
      bytes.append(reinterpret_cast<const char*>(start), length);
    }
    return bytes;
  }
};

ObjectWriter::ObjectWriter() : state_(std::make_unique<State>()) {
  // The layout of libharu's structures is not stable from one version to the next.
  if (std::string_view(HPDF_GetVersion()) != HPDF_VERSION_TEXT) {
    throw base::MachineError(
        "La bibliothèque libharu installée n’est pas celle pour laquelle Égide a été compilé ; "
        "recompilez Égide.");
  }
  state_->document = HPDF_NewEx(nullptr, nullptr, nullptr, 0, state_.get());
  if (state_->document == nullptr) {
    throw base::MachineError("Écriture du PDF impossible : mémoire épuisée.");
  }
  state_->document->pdf_version = HPDF_VER_17;
  // libharu names itself there; the whole dictionary is ours (see information()).
  HPDF_Dict_RemoveElement(state_->document->info, "Producer");
  state_->check();
}

ObjectWriter::~ObjectWriter() {
  if (state_->document != nullptr) {
    HPDF_Free(state_->document);
  }
}

Reference ObjectWriter::reserve() {
  auto* document = state_->document;
  auto* dictionary = HPDF_Dict_New(document->mmgr);
  state_->require(dictionary);
  HPDF_Xref_Add(document->xref, dictionary);
  state_->check();
  return {static_cast<int>(number_of(dictionary))};
}

Reference ObjectWriter::dictionary(std::string entries) {
  const auto reference = reserve();
  fill(reference, std::move(entries));
  return reference;
}

Reference ObjectWriter::stream(std::string entries, std::string_view data,
                               Compression compression) {
  auto* document = state_->document;
  auto* dictionary = HPDF_DictStream_New(document->mmgr, document->xref);
  state_->require(dictionary);
  std::string smaller;
  if (compression == Compression::deflate) {
    smaller = state_->deflater.compress(data);
    data = smaller;
  }
  state_->set_stream(dictionary, std::move(entries), data, compression);
  return {static_cast<int>(number_of(dictionary))};
}

Reference ObjectWriter::page(std::string_view compressed_content) {
  auto* page = HPDF_AddPage(state_->document);
  state_->require(page);
  // Inherited from the page tree, or given exactly by fill().
  HPDF_Dict_RemoveElement(page, "MediaBox");
  HPDF_Dict_RemoveElement(page, "Resources");
  auto* contents = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT));
  state_->require(contents);
  state_->set_stream(contents, {}, compressed_content, Compression::deflate);
  return {static_cast<int>(number_of(page))};
}

void ObjectWriter::fill(Reference reference, std::string entries) {
  const auto* entry =
      HPDF_Xref_GetEntry(state_->document->xref, static_cast<HPDF_UINT>(reference.number));
  state_->require(entry);
  state_->set_entries(static_cast<HPDF_Dict>(entry->obj), std::move(entries));
}

void ObjectWriter::catalog(std::string entries) {
  state_->set_entries(state_->document->catalog, std::move(entries));
}

void ObjectWriter::page_tree(std::string entries) {
  state_->set_entries(state_->document->root_pages, std::move(entries));
}

void ObjectWriter::information(std::string entries) {
  state_->set_entries(state_->document->info, std::move(entries));
}

std::string ObjectWriter::finish() {
  const auto identifier = state_->digest.bytes();
  std::string entries = "/ID [";
  append_string(entries, identifier);
  append_string(entries, identifier);
  entries += "]\n";
  auto* trailer = state_->document->trailer;
  trailer->write_fn = State::write_entries;
  if (state_->entries.empty()) {
    state_->entries.resize(1);
  }
  state_->entries[trailer_entries] = std::move(entries);
  HPDF_SaveToStream(state_->document);
  state_->check();
  return state_->saved_bytes();
}

}  // namespace pdf
