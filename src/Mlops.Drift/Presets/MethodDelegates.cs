using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets;

/// <summary>Scores two samples without NaN.</summary>
internal delegate MethodScore NumberMethod(
    ReadOnlySpan<double> reference,
    ReadOnlySpan<double> current,
    ComputeContext? context
);

/// <summary>Scores two columns of categories.</summary>
internal delegate MethodScore CategoryMethod(CategoryPair pair);

/// <summary>Learns from a reference without NaN and gives the function that scores a chunk without NaN.</summary>
internal delegate ChunkScore NumberFit(double[] reference);

/// <summary>A chunk's score.</summary>
internal delegate MethodScore ChunkScore(ReadOnlySpan<double> chunk);

/// <summary>Learns from the reference's counts and gives the function that scores a chunk's counts.</summary>
internal delegate ChunkCountScore CategoryFit(long[] reference);

/// <summary>A score of a chunk's counts over the same categories.</summary>
internal delegate MethodScore ChunkCountScore(ReadOnlySpan<long> chunk);
