#include "cli/help.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = base::length(text);
  text.append(length < width ? width - length : 1, ' ');
  return text;
}

std::string signature(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true);
  std::string text = option.get_name(false, true);
  std::replace(text.begin(), text.end(), ',', ' ');
  if (option.get_type_size() > 0 && !option.get_type_name().empty()) {
    text += " " + option.get_type_name();
  }
  return text;
}

void append_options(std::string& help, const CLI::App& app, bool positional) {
  constexpr std::size_t column = 30;
  std::string lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() != positional || option->get_group().empty()) continue;
    lines += "  " + padded(signature(*option), column) + option->get_description() + "\n";
  }
  if (!lines.empty()) help += (positional ? "\nArguments\n" : "\nOptions\n") + lines;
}

std::string usage(const CLI::App& app) {
  std::string text = app.get_parent() == nullptr ? "egide COMMANDE" : "egide " + app.get_name();
  bool options = false;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      text += option->get_required() ? " " + option->get_name(true)
                                     : " [" + option->get_name(true) + "]";
    } else {
      options = true;
    }
  }
  return options ? text + " [options]" : text;
}

}  // namespace

std::string FrenchFormatter::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
  std::string help = app->get_description() + "\n\nUsage : " + usage(*app) + "\n";
  if (!app->get_footer().empty()) help += "\nExemples\n" + app->get_footer() + "\n";
  const auto commands = app->get_subcommands([](const CLI::App*) { return true; });
  if (!commands.empty()) {
    help += "\nCommandes\n";
    for (const CLI::App* command : commands) {
      help += "  " + padded(command->get_name(), 12) + command->get_description() + "\n";
    }
    help += "\n« egide COMMANDE --help » explique chaque commande.\n";
  }
  append_options(help, *app, true);
  append_options(help, *app, false);
  return help;
}

namespace {

std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    words.push_back(command->get_name());
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  return words;
}

// CLI11 names the culprit as the last word of its message, or before the first colon.
std::string culprit_of(const CLI::ParseError& error) {
  const std::string text = error.what();
  const auto colon = text.rfind(": ");
  std::string word = colon == std::string::npos ? text : text.substr(colon + 2);
  const auto end = word.find(' ');
  return word.substr(0, end);
}

}  // namespace

std::string french_message(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* current = &app;
  const auto chosen = app.get_subcommands();
  if (!chosen.empty()) current = chosen.front();
  const std::string help = " Voir « egide " +
                           (current == &app ? std::string() : current->get_name() + " ") +
                           "--help ».";
  const std::string name = error.get_name();
  if (name == "ExtrasError") {
    const std::string word = culprit_of(error);
    return "« " + word + " » n’est pas compris." + base::did_you_mean(word, known_words(*current)) +
           help;
  }
  if (name == "RequiredError") {
    if (current == &app) {
      const auto words = app.remaining();
      if (words.empty()) return "il faut une commande." + help;
      return "« " + words.front() + " » n’est pas une commande." +
             base::did_you_mean(words.front(), known_words(app)) + help;
    }
    return "il manque un argument : " +
           std::string(error.what()).substr(0, std::string(error.what()).find(' ')) + "." + help;
  }
  if (name == "ArgumentMismatch") {
    return "une option attend une valeur, ou en a trop reçu." + help;
  }
  return "la ligne de commande n’est pas comprise." + help;
}

}  // namespace cli
