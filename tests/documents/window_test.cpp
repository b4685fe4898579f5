#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "base/disk.hpp"
#include "base/process.hpp"
#include "documents/examples.hpp"

// The first page of every letter as a printer draws it, seen through the window of an envelope:
// the address is inside the window that DL and C5 share, and nothing else comes near it.
namespace {

constexpr int resolution = 100;  // dots an inch
constexpr unsigned char ink = 200;

// A grey picture, and what is dark in a rectangle given in millimetres.
struct Picture {
  std::size_t width = 0, height = 0;
  std::string pixels;

  [[nodiscard]] static std::size_t dots(double millimetres) {
    return static_cast<std::size_t>(millimetres * resolution / 25.4 + 0.5);
  }
  [[nodiscard]] std::size_t dark(double left, double top, double right, double bottom) const {
    std::size_t count = 0;
    for (std::size_t y = dots(top); y < std::min(dots(bottom), height); ++y) {
      for (std::size_t x = dots(left); x < std::min(dots(right), width); ++x) {
        count += static_cast<unsigned char>(pixels[y * width + x]) < ink ? 1U : 0U;
      }
    }
    return count;
  }
};

Picture draw(const std::string& pdf) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("egide-fenetre-" + std::to_string(getpid()));
  fs::create_directories(folder);
  EXPECT_TRUE(base::write_file((folder / "l.pdf").string(), pdf, base::Overwrite::replace));
  const auto done = base::run_process("pdftoppm",
                                      {"-gray", "-r", std::to_string(resolution), "-f", "1", "-l",
                                       "1", "-singlefile", "l.pdf", "l"},
                                      {}, folder.string(), {});
  EXPECT_EQ(done.status, 0) << done.err;
  const std::string file = base::read_file((folder / "l.pgm").string()).value_or("");
  fs::remove_all(folder);
  Picture picture;
  std::istringstream head(file);
  std::string magic;
  int depth = 0;
  head >> magic >> picture.width >> picture.height >> depth;
  EXPECT_EQ(magic, "P5");
  picture.pixels = file.substr(file.size() - picture.width * picture.height);
  return picture;
}

std::optional<Picture> first_page(const std::string& document, const std::string& path,
                                  const std::string& content) {
  base::Diagnostics diagnostics;
  const auto prepared =
      app::prepare(examples::engine(), document, {path, content}, {}, diagnostics);
  EXPECT_TRUE(prepared) << examples::messages(diagnostics);
  if (!prepared) return std::nullopt;
  const auto files =
      app::write_all(examples::engine(), *prepared, {}, {app::Format::pdf}, diagnostics);
  EXPECT_EQ(files.size(), 1U) << examples::messages(diagnostics);
  if (files.empty()) return std::nullopt;
  return draw(files.front().bytes);
}

void expect_address_alone_in_window(const Picture& page, const std::string& name) {
  EXPECT_GT(page.dark(110, 55, 195, 88), 300U) << name << " : rien dans la fenêtre";
  // The envelope lets the sheet move by some millimetres: nothing else may come into sight.
  EXPECT_EQ(page.dark(105, 49, 210, 55), 0U) << name << " : au-dessus de la fenêtre";
  EXPECT_EQ(page.dark(105, 55, 109.8, 88), 0U) << name << " : à gauche de la fenêtre";
  EXPECT_EQ(page.dark(195.2, 55, 210, 88), 0U) << name << " : à droite de la fenêtre";
  EXPECT_EQ(page.dark(105, 88, 210, 93), 0U) << name << " : sous la fenêtre";
}

bool is_letter(const examples::Example& example) {
  base::Diagnostics diagnostics;
  const auto form = dossier::load_form(examples::engine().files(), example.document, diagnostics);
  return form && form->style == "lettre";
}

TEST(Window, HoldsTheAddressOfEveryLetter) {
  std::size_t letters = 0;
  for (const examples::Example& example : examples::all()) {
    if (!is_letter(example)) continue;
    ++letters;
    const auto page = first_page(example.document, example.path, examples::content(example.path));
    ASSERT_TRUE(page);
    expect_address_alone_in_window(*page, example.path);
    // The marks of a sheet folded in three.
    EXPECT_GT(page->dark(4, 98, 9, 100), 0U) << example.path;
    EXPECT_GT(page->dark(4, 197, 9, 199), 0U) << example.path;
  }
  EXPECT_GT(letters, 40U);
}

// Six lines of 38 capitals: the longest address of NF Z 10-011.
TEST(Window, HoldsTheLongestAddressOfTheStandard) {
  const std::string path = "forms/exemples/protection-commune.yaml";
  std::string content = examples::content(path);
  const auto replace = [&](const std::string& piece, const std::string& other) {
    ASSERT_NE(content.find(piece), std::string::npos) << piece;
    content.replace(content.find(piece), piece.size(), other);
  };
  const std::string line = "ZONE D ACTIVITES DU GRAND MOULIN BAT HW";
  replace("siège: Mairie de Montreuil-la-Combe", "siège: " + line.substr(0, 38));
  replace("ligne_1: 3 place du Marché",
          "ligne_1: " + line.substr(0, 38) + "\n    ligne_2: " + line.substr(0, 38));
  replace("ville: MONTREUIL-LA-COMBE", "ville: SAINT GERMAIN DE LA COUDRE MONTBARD");
  replace("appellation: Madame le Maire", "appellation: Madame la Présidente du Grand Mont");
  const auto page = first_page("protection-commune", path, content);
  ASSERT_TRUE(page);
  expect_address_alone_in_window(*page, "adresse la plus longue");
  EXPECT_GT(page->dark(160, 55, 195, 88), 300U);  // the lines are long
}

TEST(Window, SeesInkOutsideOfIt) {
  Picture page{1000, 1200, std::string(1000 * 1200, '\xFF')};
  EXPECT_EQ(page.dark(0, 0, 210, 297), 0U);
  page.pixels[Picture::dots(90) * 1000 + Picture::dots(150)] = '\0';
  EXPECT_EQ(page.dark(105, 88, 210, 93), 1U);
}

}  // namespace
