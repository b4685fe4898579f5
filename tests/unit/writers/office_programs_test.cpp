#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "base/disk.hpp"
#include "base/files.hpp"
#include "base/process.hpp"
#include "pandoc_samples.hpp"
#include "support/extracted_words.hpp"
#include "writers/pandoc.hpp"

// What other programs make of the files: LibreOffice opens them, EPUBCheck judges them.
namespace {

using testing::HasSubstr;
using writers::Format;

class OfficePrograms : public testing::Test {
 protected:
  void write(Format format, const std::string& name) {
    base::Diagnostics diagnostics;
    writers::PandocOptions options;
    options.svg = samples::timeline_svg;
    const base::DiskFiles resources(EGIDE_SOURCE_DIR);
    const auto bytes = writers::pandoc(samples::letter(), format, resources, options, diagnostics);
    ASSERT_TRUE(bytes) << base::to_string(diagnostics.all().at(0));
    bytes_ = *bytes;
    ASSERT_TRUE(base::write_file(path(name), bytes_, base::Overwrite::replace));
  }

  base::ProcessResult run(const std::string& program, const std::vector<std::string>& arguments) {
    return base::run_process(program, arguments, "", folder_.path(),
                             {std::chrono::seconds(60), std::chrono::seconds(60)});
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return folder_.path() + "/" + name;
  }

  // The text of the PDF that LibreOffice makes of a file; nothing if it does not open it.
  std::string text_in_libreoffice(const std::string& name) {
    const base::ProcessResult result = run(
        "soffice", {"--headless", "--convert-to", "pdf", "--outdir", folder_.path(), path(name)});
    EXPECT_TRUE(result.started) << "the package libreoffice-writer-nogui is needed";
    EXPECT_EQ(result.status, 0) << result.err;
    const std::string pdf = path(name.substr(0, name.find('.')) + ".pdf");
    information_ = run("pdfinfo", {pdf}).out;
    return run("pdftotext", {"-layout", pdf, "-"}).out;
  }

  // Every word of the file is on the page, in the same order.
  static void expect_in_order(const std::vector<std::string>& words, const std::string& page) {
    const std::string shown = base::join(support::words_of(page), "");
    std::size_t at = 0;
    for (const std::string& word : words) {
      const std::size_t found = shown.find(word, at);
      ASSERT_NE(found, std::string::npos) << "missing on the page: " << word;
      at = found + word.size();
    }
  }

  // Without the note, that comes last here and stands at the foot of the first page there.
  [[nodiscard]] std::vector<std::string> body_words(support::File file) const {
    std::vector<std::string> words = support::extracted_words(bytes_, file);
    const std::vector<std::string> note = {"Note", "en", "bas", "de", "page."};
    EXPECT_THAT(std::vector<std::string>(words.end() - 5, words.end()), note);
    words.resize(words.size() - note.size());
    return words;
  }

  base::TemporaryFolder folder_;
  std::string bytes_;
  std::string information_;
};

TEST_F(OfficePrograms, LibreOfficeShowsTheWholeDocxOnA4) {
  write(Format::docx, "lettre.docx");
  const std::string page = text_in_libreoffice("lettre.docx");
  EXPECT_THAT(information_, HasSubstr("(A4)"));
  EXPECT_THAT(page, HasSubstr("Page 1/2"));
  expect_in_order(body_words(support::File::docx), page);
}

TEST_F(OfficePrograms, LibreOfficeShowsTheWholeOdtOnA4) {
  write(Format::odt, "lettre.odt");
  const std::string page = text_in_libreoffice("lettre.odt");
  EXPECT_THAT(information_, HasSubstr("(A4)"));
  EXPECT_THAT(page, HasSubstr("Page 1/2"));
  expect_in_order(body_words(support::File::odt), page);
}

TEST_F(OfficePrograms, EpubCheckFindsNothing) {
  write(Format::epub, "lettre.epub");
  // The Debian command is a jar, started by the kernel on some machines only.
  const base::ProcessResult result =
      run("java", {"-jar", "/usr/bin/epubcheck", path("lettre.epub")});
  ASSERT_TRUE(result.started) << "the package epubcheck is needed";
  EXPECT_EQ(result.status, 0) << result.out << result.err;
  EXPECT_THAT(result.out, HasSubstr("0 fatals / 0 errors / 0 warnings"));
}

}  // namespace
