namespace Mlops.Statistics.Divergences;

/// <summary>A measure of two sets of shares.</summary>
internal delegate double ShareMeasure(ReadOnlySpan<double> p, ReadOnlySpan<double> q);
