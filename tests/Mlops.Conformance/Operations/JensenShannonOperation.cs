using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;

namespace Mlops.Conformance.Operations;

/// <summary>The Jensen-Shannon distance; the base that is left out is e here.</summary>
internal sealed class JensenShannonOperation : IOperation
{
    public string Name => "drift.jensen_shannon";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["logarithmBase"] = "base" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add(
            "distance",
            JensenShannon.Distance(arguments.Numbers("p"), arguments.Numbers("q"), arguments.Number("base", Math.E))
        );
}
