namespace Mlops.Conformance.Benchmarks;

/// <summary>A call that is timed, on data that are made before.</summary>
internal interface IBenchmark
{
    /// <summary>The operation, as the command line names it.</summary>
    string Name { get; }

    /// <summary>Makes the data and gives the call.</summary>
    /// <param name="rows">The rows of a side, at least 1.</param>
    Action Prepare(int rows);
}
