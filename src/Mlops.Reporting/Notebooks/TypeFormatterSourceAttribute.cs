using System.Diagnostics.CodeAnalysis;

namespace Mlops.Reporting.Notebooks;

/// <summary>Names the formatters that show a result in a notebook.</summary>
/// <remarks>
/// .NET Interactive (Polyglot Notebooks) finds this attribute by its name alone, on the result's own class or a base class but
/// not on interfaces, so that no package has to be referenced. Put
/// <c>[TypeFormatterSource(typeof(ReportFormatterSource))]</c> on any <see cref="IReport"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TypeFormatterSourceAttribute : Attribute
{
    private const DynamicallyAccessedMemberTypes Needed =
        DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicMethods;

    /// <summary>Names the class that makes the formatters.</summary>
    /// <param name="formatterSourceType">A class with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</param>
    // Notebooks read the properties by reflection, so that a trimmed program must keep them as well.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(TypeFormatterSourceAttribute))]
    public TypeFormatterSourceAttribute([DynamicallyAccessedMembers(Needed)] Type formatterSourceType)
    {
        FormatterSourceType = formatterSourceType;
    }

    /// <summary>The class that makes the formatters.</summary>
    [DynamicallyAccessedMembers(Needed)]
    public Type FormatterSourceType { get; }

    /// <summary>The media types to prefer, the best first; <see langword="null"/> for the notebook's own preference.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
