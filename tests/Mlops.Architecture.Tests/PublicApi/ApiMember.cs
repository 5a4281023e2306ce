using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlops.Architecture.Tests.PublicApi;

/// <summary>A member as a line of text; <see langword="null"/> for what users can't reach.</summary>
internal static class ApiMember
{
    public static string? Of(MemberInfo member) =>
        member switch
        {
            ConstructorInfo { IsStatic: false } constructor when IsReachable(constructor) =>
                $"{Access(constructor)}.ctor{Parameters(constructor)}",
            MethodInfo method when IsReachable(method) && !IsAccessor(method) =>
                $"{Modifiers(method)}{ApiTypeName.Of(method.ReturnParameter)} {method.Name}{TypeParameters(method)}{Parameters(method)}{Constraints(method.GetGenericArguments())}",
            PropertyInfo property when Accessors(property) is { Length: > 0 } accessors => Property(
                property,
                accessors
            ),
            FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => Field(field),
            EventInfo { AddMethod: { } add } handler when IsReachable(add) =>
                $"{Modifiers(add)}event {ApiTypeName.Of(handler)} {handler.Name}",
            _ => null,
        };

    public static string Parameters(MethodBase method) =>
        $"({string.Join(", ", method.GetParameters().Select((parameter, i) => Parameter(parameter, i, method)))})";

    public static string Constraints(Type[] typeArguments) =>
        string.Concat(
            typeArguments
                .Where(argument => argument.IsGenericParameter)
                .Select(argument => (argument.Name, Limits: Limits(argument).ToList()))
                .Where(pair => pair.Limits.Count > 0)
                .Select(pair => $" where {pair.Name} : {string.Join(", ", pair.Limits)}")
        );

    private static string Property(PropertyInfo property, MethodInfo[] accessors)
    {
        var index = property.GetIndexParameters();
        var name =
            index.Length > 0 ? $"this[{string.Join(", ", index.Select(p => Parameter(p, 1, null)))}]" : property.Name;
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        var names = accessors.Select(accessor =>
            accessor == property.GetMethod ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;"
            : "set;"
        );
        return $"{required}{Modifiers(accessors[0])}{ApiTypeName.Of(property)} {name} {{ {string.Join(' ', names)} }}";
    }

    private static string Field(FieldInfo field) =>
        field.IsLiteral
            ? $"const {ApiTypeName.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiTypeName.Of(field)} {field.Name}";

    private static string Parameter(ParameterInfo parameter, int position, MethodBase? method)
    {
        var prefix = position == 0 && method?.IsDefined(typeof(ExtensionAttribute), false) == true ? "this " : "";
        prefix +=
            parameter.IsDefined(typeof(ParamArrayAttribute), false)
            || parameter.IsDefined(typeof(ParamCollectionAttribute), false)
                ? "params "
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{prefix}{ApiTypeName.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType ? "default"
            : type.IsEnum && parameter.RawDefaultValue is { } raw ? $"{type.Name}.{Enum.ToObject(type, raw)}"
            : Literal(parameter.RawDefaultValue);
    }

    private static string Literal(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>"
            : "";

    private static string Modifiers(MethodInfo method)
    {
        var inInterface = method.DeclaringType!.IsInterface;
        var isOverride = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        return Access(method)
            + (method.IsStatic ? "static " : "")
            + (
                method.IsAbstract ? (inInterface && !method.IsStatic ? "" : "abstract ")
                : isOverride ? (method.IsFinal ? "sealed override " : "override ")
                : method is { IsVirtual: true, IsFinal: false } ? "virtual "
                : ""
            );
    }

    private static IEnumerable<string> Limits(Type argument)
    {
        var special = argument.GenericParameterAttributes;
        var isStruct = special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            var isUnmanaged = argument
                .GetCustomAttributesData()
                .Any(data => data.AttributeType.Name == "IsUnmanagedAttribute");
            yield return isUnmanaged ? "unmanaged" : "struct";
        }

        if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (
            var name in argument
                .GetGenericParameterConstraints()
                .Where(type => type != typeof(ValueType))
                .Select(type => ApiTypeName.Of(type))
                .Order(StringComparer.Ordinal)
        )
        {
            yield return name;
        }

        if (special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }

        if (special.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }

    private static MethodInfo[] Accessors(PropertyInfo property) =>
        [.. new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsReachable)];

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    // Of a sealed type, nobody can reach the protected members.
    private static bool IsReachable(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);
}
