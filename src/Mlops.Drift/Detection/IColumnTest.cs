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

    /// <summary>The level, or the threshold, where it is the rule and none is named.</summary>
    double DefaultThreshold { get; }

    /// <summary>Whether every column that can have it has it; the others run where they were asked for.</summary>
    bool IsAlwaysRun { get; }

    /// <summary>Whether columns of a kind have it.</summary>
    bool AppliesTo(ColumnKind kind);

    /// <summary>Computes it for a column that has values on both sides.</summary>
    ColumnTest Run(TestInput input);
}
