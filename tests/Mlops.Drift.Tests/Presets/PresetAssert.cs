using Mlops.Drift.Presets;

namespace Mlops.Drift.Tests.Presets;

internal static class PresetAssert
{
    /// <summary>The digits of a double, but for the last ones, which the order of additions decides.</summary>
    public static void Digits(double expected, MethodScore score, double relative = 1e-12)
    {
        Assert.Equal(ResultStatus.Ok, score.Status);
        Near(expected, score.Value, relative);
    }

    public static void Near(double expected, double actual, double relative = 1e-12)
    {
        if (double.IsInfinity(expected))
        {
            Assert.Equal(expected, actual);
            return;
        }

        Assert.True(
            Math.Abs(expected - actual) <= (relative * Math.Abs(expected)) + 1e-15,
            FormattableString.Invariant($"{actual:R} where {expected:R} was expected")
        );
    }

    /// <summary>A literal of a peer's test, with that test's own tolerance.</summary>
    public static void Literal(double expected, double tolerance, MethodScore score)
    {
        Assert.Equal(ResultStatus.Ok, score.Status);
        Assert.Equal(expected, score.Value, tolerance);
    }

    /// <summary>Values written out: each so often.</summary>
    public static double[] Repeat(params ReadOnlySpan<(double Value, int Count)> runs)
    {
        List<double> values = [];
        foreach (var (value, count) in runs)
        {
            values.AddRange(Enumerable.Repeat(value, count));
        }

        return [.. values];
    }

    /// <summary>Codes from 0 written out, each as often as its count says.</summary>
    public static int[] Codes(params ReadOnlySpan<int> counts)
    {
        List<int> codes = [];
        for (var code = 0; code < counts.Length; code++)
        {
            codes.AddRange(Enumerable.Repeat(code, counts[code]));
        }

        return [.. codes];
    }
}
