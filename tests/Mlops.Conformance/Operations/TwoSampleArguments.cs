using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample;

namespace Mlops.Conformance.Operations;

/// <summary>What tests of two samples have in common.</summary>
internal static class TwoSampleArguments
{
    /// <summary>The protocol's names of the two samples and their weights.</summary>
    public static FrozenDictionary<string, string> Names { get; } =
        new Dictionary<string, string>
        {
            ["reference"] = "x",
            ["current"] = "y",
            ["referenceWeights"] = "x_weights",
            ["currentWeights"] = "y_weights",
        }.ToFrozenDictionary();

    /// <summary>The alternative in SciPy's words.</summary>
    /// <param name="arguments">The case.</param>
    /// <param name="greater">What "greater" means for this test; "less" is the opposite.</param>
    public static TwoSampleAlternative Alternative(CaseArguments arguments, TwoSampleAlternative greater) =>
        arguments.Choice("alternative", "two-sided", "less", "greater") switch
        {
            "greater" => greater,
            "less" => greater == TwoSampleAlternative.CurrentGreater
                ? TwoSampleAlternative.CurrentLess
                : TwoSampleAlternative.CurrentGreater,
            _ => TwoSampleAlternative.TwoSided,
        };
}
