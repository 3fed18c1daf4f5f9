// 400 x 300
{
  "type": "bar",
  "data": {
    "labels": [
      "A",
      "B",
      "C"
    ],
    "datasets": [
      {
        "data": [
          3,
          7,
          5
        ]
      }
    ]
  },
  "options": {
    "indexAxis": "y",
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "yMin": "A",
            "yMax": "B",
            "xMin": 2,
            "xMax": 6,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 6,
            "shadowOffsetY": 4
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 6.5,
            "borderColor": "green",
            "label": {
              "display": true,
              "content": "limit",
              "rotation": 90
            }
          }
        ]
      }
    }
  }
}
