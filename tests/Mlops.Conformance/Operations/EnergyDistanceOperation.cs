using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>The energy distance.</summary>
internal sealed class EnergyDistanceOperation : IOperation
{
    public string Name => "drift.energy_distance";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("distance", EnergyDistance.Measure(arguments.Sample("x"), arguments.Sample("y")).Distance);
}
