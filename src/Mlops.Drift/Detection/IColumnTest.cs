using Mlops.Data;

namespace Mlops.Drift.Detection;

/// <summary>A test of the catalogue.</summary>
internal interface IColumnTest
{
    /// <summary>The stable identifier: <c>chi-square</c>.</summary>
    string Id { get; }

    /// <summary>The name, for people.</summary>
    string Name { get; }

    /// <summary>What its statistic is called in a table.</summary>
    string StatisticName { get; }

    /// <summary>Whether it judges by a p-value, not by its statistic.</summary>
    bool HasPValue { get; }

    /// <summary>Whether columns of a kind have it.</summary>
    bool AppliesTo(ColumnKind kind);

    /// <summary>Computes it for a column that has values on both sides.</summary>
    ColumnTest Run(TestInput input);
}
