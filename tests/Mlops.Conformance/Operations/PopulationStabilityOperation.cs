using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;

namespace Mlops.Conformance.Operations;

/// <summary>The population stability index with its default floor.</summary>
internal sealed class PopulationStabilityOperation : IOperation
{
    public string Name => "drift.population_stability";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["reference"] = "p", ["current"] = "q" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("index", PopulationStabilityIndex.Index(arguments.Numbers("p"), arguments.Numbers("q")));
}
