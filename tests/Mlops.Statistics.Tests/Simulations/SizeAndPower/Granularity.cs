namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>How many p-values a test can give for continuous data.</summary>
internal enum Granularity
{
    /// <summary>So many that it can have any size.</summary>
    Fine,

    /// <summary>Few, and exact: the test rejects as often as the largest p-value at or under the level says.</summary>
    Exact,

    /// <summary>Few, and approximate or conservative: it rejects at most at the level.</summary>
    Conservative,
}
