using Mlops.Drift.Detection;

namespace Mlops.Drift.Judging;

/// <summary>What a classical test decides where it was chosen as the rule.</summary>
internal static class RuleVerdict
{
    /// <summary>The verdict on the values; <see langword="null"/> when the test has no answer and counts for nothing.</summary>
    public static Verdict? Of(DriftRule rule, ColumnTest? test)
    {
        if (test is not { Status: ResultStatus.Ok })
        {
            // Values that a test has no answer for count for nothing; a test that could not be made leaves the question open.
            return test?.Status is ResultStatus.Undefined or ResultStatus.TooFewRows ? Verdict.Inconclusive : null;
        }

        if (!ColumnTestCatalogue.Find(test.Id)!.HasPValue)
        {
            return test.Statistic >= rule.Threshold ? Verdict.Fail : Verdict.Pass;
        }

        // A p-value that is known to be at most so large can reject, but not be called large.
        return test.AdjustedPValue <= rule.Threshold
            ? test.Precision == TestPrecision.Optimistic
                ? Verdict.Inconclusive
                : Verdict.Fail
            : test.Precision == TestPrecision.Bound
                ? Verdict.Inconclusive
                : Verdict.Pass;
    }
}
