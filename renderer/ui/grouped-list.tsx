// A list whose rows open, in which what is alike stands in one row with its count; that row opens the single ones below it. The group of
// the open one is open.
import { ChevronDown, ChevronRight } from "lucide-react";
import { type ComponentProps, type ReactNode, useMemo, useState } from "react";
import { OpeningList } from "./opening-list.tsx";

/** A row of the list: one item, or several that are alike. */
export type GroupedRow<T> =
  | { readonly kind: "one"; readonly item: T; readonly isInGroup: boolean }
  | {
      readonly kind: "group";
      readonly group: string;
      readonly items: readonly T[];
      readonly isOpen: boolean;
    };

interface Grouping<T> {
  /** What is alike has the same one; `null`: like nothing else. */
  groupOf(item: T): string | null;
  isOpen(group: string): boolean;
}

/** The rows in the order of the items: a group stands where its first item does, and, where it is open, its items below it. */
export function groupedRows<T>(
  items: readonly T[],
  { groupOf, isOpen }: Grouping<T>,
): readonly GroupedRow<T>[] {
  const members = new Map<string, T[]>();
  for (const item of items) {
    const group = groupOf(item);
    if (group === null) continue;
    const alike = members.get(group);
    if (alike) alike.push(item);
    else members.set(group, [item]);
  }
  return items.flatMap((item): readonly GroupedRow<T>[] => {
    const group = groupOf(item);
    const alike = group === null ? [] : (members.get(group) ?? []);
    if (group === null || alike.length < 2) return [{ kind: "one", item, isInGroup: false }];
    if (item !== alike[0]) return [];
    const row = { kind: "group", group, items: alike, isOpen: isOpen(group) } as const;
    return row.isOpen
      ? [row, ...alike.map((one) => ({ kind: "one", item: one, isInGroup: true }) as const)]
      : [row];
  });
}

interface Props<T> extends Omit<ComponentProps<typeof OpeningList<T>>, "isExpanded" | "row"> {
  /** What the row of an item holds; below the row of its group it need not repeat what that says. */
  row(item: T, isInGroup: boolean): ReactNode;
  /** What is alike has the same one; `null`: like nothing else. */
  groupOf(item: NoInfer<T>): string | null;
  /** What the row of a group holds. */
  groupRow(items: readonly [T, ...T[]]): ReactNode;
}

export function GroupedList<T>({ items, open, keyOf, groupOf, groupRow, ...list }: Props<T>) {
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set());
  const current = items[open];
  const currentGroup = current === undefined ? null : groupOf(current);
  const rows = useMemo(
    () => groupedRows(items, { groupOf, isOpen: (group) => pressed.has(group) || group === currentGroup }),
    [items, groupOf, pressed, currentGroup],
  );
  const toggle = (group: string, isOpen: boolean): void => {
    // What is looked at would bring its own place into view.
    list.close?.();
    const others = [...pressed].filter((one) => one !== group);
    setPressed(new Set(isOpen ? others : [...others, group]));
  };
  return (
    <OpeningList<GroupedRow<T>>
      label={list.label}
      rowHeight={list.rowHeight}
      items={rows}
      open={rows.findIndex((row) => row.kind === "one" && row.item === current)}
      keyOf={(row) => (row.kind === "one" ? keyOf(row.item) : `group:${row.group}`)}
      isExpanded={(row) => (row.kind === "group" ? row.isOpen : undefined)}
      goTo={(row) => (row.kind === "one" ? list.goTo(row.item) : undefined)}
      close={list.close}
      row={(row) =>
        row.kind === "one" ? (
          <>
            {row.isInGroup && <span className="opening-in-group" aria-hidden />}
            {list.row(row.item, row.isInGroup)}
          </>
        ) : (
          <>
            {row.isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            {groupRow(row.items as readonly [T, ...T[]])}
          </>
        )
      }
      detail={(row) => (row.kind === "one" ? list.detail(row.item) : null)}
      onPress={(row) => (row.kind === "one" ? list.onPress?.(row.item) : toggle(row.group, row.isOpen))}
      onOpenRowKey={(row, event) => {
        if (row.kind === "one") list.onOpenRowKey?.(row.item, event);
      }}
    />
  );
}
