using Mlops.Data;

namespace Mlops.Drift;

/// <summary>A column that was not judged, and why.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Role">Its role; <see langword="null"/> for a column that the reference does not have.</param>
/// <param name="Reason">Why it was left out, in a few words.</param>
public sealed record OmittedColumn(string Name, ColumnRole? Role, string Reason);
