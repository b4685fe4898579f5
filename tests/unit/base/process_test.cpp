#include "base/process.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>

#include "base/disk.hpp"

namespace {

using base::ProcessLimits;
using base::ProcessResult;
using base::run_process;
using testing::HasSubstr;
using testing::Not;

class Process : public testing::Test {
 protected:
  ProcessResult shell(const std::string& script, std::string_view input = {},
                      const ProcessLimits& limits = {}) {
    return run_process("sh", {"-c", script}, input, folder_.path(), limits);
  }
  base::TemporaryFolder folder_;
};

TEST_F(Process, GivesBackStatusAndBothOutputs) {
  const ProcessResult result = shell("echo bon; echo mauvais >&2; exit 3");
  EXPECT_TRUE(result.started);
  EXPECT_FALSE(result.timed_out);
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.out, "bon\n");
  EXPECT_EQ(result.err, "mauvais\n");
}

TEST_F(Process, SaysThatAProgramIsMissing) {
  const ProcessResult result =
      run_process("egide-programme-absent", {}, "", folder_.path(), ProcessLimits{});
  EXPECT_FALSE(result.started);
  EXPECT_FALSE(result.timed_out);
}

TEST_F(Process, SaysThatAFileCannotBeRun) {
  ASSERT_TRUE(
      base::write_file(folder_.path() + "/texte", "ni fait ni à faire", base::Overwrite::refuse));
  const ProcessResult result =
      run_process(folder_.path() + "/texte", {}, "", folder_.path(), ProcessLimits{});
  EXPECT_FALSE(result.started);
}

TEST_F(Process, SaysThatTheFolderIsMissing) {
  const ProcessResult result =
      run_process("true", {}, "", folder_.path() + "/absent", ProcessLimits{});
  EXPECT_FALSE(result.started);
}

TEST_F(Process, ArgumentsAreNotReadByAShell) {
  const std::string argument = "$(id) `id` \"*\" 'x' ; echo é";
  const ProcessResult result =
      run_process("printf", {"%s", argument}, "", folder_.path(), ProcessLimits{});
  EXPECT_EQ(result.out, argument);
}

// More than a pipe holds (64 KiB) on all three streams at once: a careless parent would block.
TEST_F(Process, LargeStreamsDoNotBlock) {
  const std::string input(3'000'000, 'x');
  const ProcessResult result = shell("cat | tee /dev/stderr", input, {std::chrono::seconds(20)});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, input);
  EXPECT_EQ(result.err, input);
}

TEST_F(Process, AChildThatDoesNotReadItsInputIsNoTrouble) {
  const ProcessResult result = shell("exit 0", std::string(3'000'000, 'x'));
  EXPECT_EQ(result.status, 0);
}

TEST_F(Process, InputKeepsZeroBytes) {
  const std::string input("a\0b", 3);
  EXPECT_EQ(shell("cat", input).out, input);
}

TEST_F(Process, TheEnvironmentIsMinimal) {
  ::setenv("EGIDE_ESSAI_SECRET", "mot de passe", 1);
  const ProcessResult result =
      run_process("env", {}, "", folder_.path(), ProcessLimits{}, 1'700'000'000);
  ::unsetenv("EGIDE_ESSAI_SECRET");
  EXPECT_THAT(result.out, HasSubstr("PATH="));
  EXPECT_THAT(result.out, HasSubstr("HOME=" + folder_.path() + "\n"));
  EXPECT_THAT(result.out, HasSubstr("LC_ALL=C.UTF-8\n"));
  EXPECT_THAT(result.out, HasSubstr("SOURCE_DATE_EPOCH=1700000000\n"));
  EXPECT_THAT(result.out, Not(HasSubstr("SECRET")));
}

TEST_F(Process, RunsInTheFolder) { EXPECT_EQ(shell("pwd").out, folder_.path() + "\n"); }

TEST_F(Process, IsKilledAtTheWallClockBoundWithItsChildren) {
  const auto begin = std::chrono::steady_clock::now();
  // The grandchild keeps the output open: killing only the shell would wait for it.
  const ProcessResult result =
      shell("echo $$; sleep 30 & sleep 30", "", {std::chrono::milliseconds(200)});
  const auto taken = std::chrono::steady_clock::now() - begin;
  EXPECT_TRUE(result.started);
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.status, 128 + SIGKILL);
  EXPECT_LT(taken, std::chrono::seconds(10));
}

TEST_F(Process, IsKilledAtTheWallClockBoundEvenWithItsOutputsClosed) {
  const ProcessResult result =
      shell("exec >&- 2>&-; sleep 30", "", {std::chrono::milliseconds(200)});
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.status, 128 + SIGKILL);
}

TEST_F(Process, LeavesNoProcessBehind) {
  const ProcessResult result = shell("sleep 30 >/dev/null 2>&1 & echo $!");
  EXPECT_EQ(result.status, 0);
  const auto child = static_cast<pid_t>(std::stol(result.out));
  // Killed at once; its number goes when init reaps it, so a zombie counts as gone.
  const std::string stat = "/proc/" + std::to_string(child) + "/stat";
  bool gone = false;
  for (int attempt = 0; attempt < 200 && !gone; ++attempt) {
    const auto state = base::read_file(stat);
    gone = !state || state->find(") Z ") != std::string::npos;
    if (!gone) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_TRUE(gone);
}

TEST_F(Process, IsKilledAtTheProcessorBound) {
  const ProcessResult result =
      shell("while :; do :; done", "", {std::chrono::seconds(30), std::chrono::seconds(1)});
  EXPECT_FALSE(result.timed_out);
  EXPECT_EQ(result.status, 128 + SIGXCPU);
}

TEST_F(Process, MemoryIsBounded) {
  ProcessLimits limits;
  limits.memory = 64UL << 20U;
  const ProcessResult result = shell("dd if=/dev/zero of=/dev/null bs=200M count=1", "", limits);
  EXPECT_TRUE(result.started);
  EXPECT_NE(result.status, 0);
}

TEST_F(Process, IsKilledWhenItWritesTooMuch) {
  ProcessLimits limits{std::chrono::seconds(30)};
  limits.output = 1'000'000;
  const ProcessResult result = shell("yes", "", limits);
  EXPECT_FALSE(result.timed_out);
  EXPECT_EQ(result.status, 128 + SIGKILL);
  EXPECT_LT(result.out.size(), 2'000'000U);
}

}  // namespace
