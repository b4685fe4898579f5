#pragma once

namespace cli {

// The `egide` command. Data on standard output, messages on standard error; the exit status is
// 0 done, 1 internal error, 2 command line, 3 case file, 4 content, 5 missing program or font,
// 6 output refused (see base::Kind).
[[nodiscard]] int run(int argc, char** argv);

}  // namespace cli
