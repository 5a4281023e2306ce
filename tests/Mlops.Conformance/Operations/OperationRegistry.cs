using Mlops.Conformance.Operations.Registry;

namespace Mlops.Conformance.Operations;

/// <summary>Every operation that the runner answers. A new one is a class and a line here.</summary>
internal static class OperationRegistry
{
    /// <summary>All operations, in the order they are listed.</summary>
    public static IReadOnlyList<IOperation> All { get; } =
    [
        new EquivalenceOperation(),
        new BinnedOperation(),
        new JensenShannonOperation(),
        new KullbackLeiblerOperation(),
        new PopulationStabilityOperation(),
        new HellingerOperation(),
        new TotalVariationOperation(),
        new ChebyshevOperation(),
        new KolmogorovSmirnovOperation(),
        new KuiperOperation(),
        new CramerVonMisesOperation(),
        new AndersonDarlingOperation(),
        new WassersteinOperation(),
        new EnergyDistanceOperation(),
        new EppsSingletonOperation(),
        new MannWhitneyOperation(),
        new BrunnerMunzelOperation(),
        new KruskalWallisOperation(),
        new MoodOperation(),
        new TTestOperation(),
        new LeveneOperation(),
        new ChiSquareOperation(),
        new GTestOperation(),
        new FisherExactOperation(),
        new TwoProportionOperation(),
        new AdjustPValuesOperation(),
        new ProportionIntervalOperation(),
        new AttributionOperation(),
        new MerkleRootOperation(),
        new InclusionProofOperation(),
        new VerifyInclusionOperation(),
        new ConsistencyProofOperation(),
        new VerifyConsistencyOperation(),
    ];

    /// <summary>The operation of a name, or null.</summary>
    public static IOperation? Find(string name) => All.FirstOrDefault(operation => operation.Name == name);
}
