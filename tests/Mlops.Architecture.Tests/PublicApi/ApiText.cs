using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mlops.Architecture.Tests.PublicApi;

/// <summary>The public API of an assembly as text: sorted, one member a line, the same on every machine.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        var types = assembly.GetExportedTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal));
        foreach (var type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(Header(type)).Append('\n');
            foreach (var member in Members(type))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var bases = type.IsEnum || IsDelegate(type) ? [] : Bases(type).ToList();
        return Attributes(type)
            + $"{KindOf(type)} {type.Namespace}.{ApiTypeName.Of(type)}"
            + (bases.Count > 0 ? $" : {string.Join(", ", bases)}" : "")
            + (IsDelegate(type) ? ApiMember.Parameters(type.GetMethod("Invoke")!) : "")
            + ApiMember.Constraints(type.GetGenericArguments());
    }

    private static string KindOf(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            _ when IsDelegate(type) => $"delegate {ApiTypeName.Of(type.GetMethod("Invoke")!.ReturnParameter)}",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "")
                + (type.IsByRefLike ? "ref " : "")
                + (IsRecord(type) ? "record struct" : "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (
                type.IsSealed ? "sealed "
                : type.IsAbstract ? "abstract "
                : ""
            ) + (IsRecord(type) ? "record" : "class"),
        };

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return ApiTypeName.Of(parent);
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited).Where(candidate => candidate.IsVisible).ToList();
        var direct = own.Where(candidate => !own.Any(other => other.GetInterfaces().Contains(candidate)));
        foreach (var name in direct.Select(candidate => ApiTypeName.Of(candidate)).Order(StringComparer.Ordinal))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (IsDelegate(type))
        {
            return [];
        }

        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(field => Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture))
                .Select(field =>
                    string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()}")
                );
        }

        return type.GetMembers(Declared)
            .Where(member => member is not Type && !member.IsDefined(typeof(CompilerGeneratedAttribute), false))
            .Select(member => (Text: ApiMember.Of(member), member))
            .Where(pair => pair.Text is not null)
            .Select(pair => Attributes(pair.member) + pair.Text)
            .Order(StringComparer.Ordinal);
    }

    private static string Attributes(MemberInfo member)
    {
        var text = "";
        if (member.GetCustomAttribute<ExperimentalAttribute>(false) is { } experimental)
        {
            text += $"[Experimental(\"{experimental.DiagnosticId}\")] ";
        }

        if (
            member.GetCustomAttribute<ObsoleteAttribute>(false) is { } obsolete
            && member is not Type { IsByRefLike: true }
        )
        {
            text += $"[Obsolete(\"{obsolete.Message}\")] ";
        }

        return member.IsDefined(typeof(FlagsAttribute), false) ? text + "[Flags] " : text;
    }

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)]) is { } print
        && print.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
